import { describe, it } from "vitest";
import type { Person } from "../../../schema/people/person.ts";
import { profileOf } from "../../../worker/records/people/person.ts";
import { aBank, aboveRegion, added, aStaffId, ask, codeOf, headOf, joinerAt, personSeenBy } from "../a-bank.ts";
import { AUDITOR, call, deviceAt, OPERATOR, staffAt } from "../callers.ts";

const signIn = (staffId: string, password: string) =>
	call("/session", { method: "POST", body: JSON.stringify({ staffId, password, carry: "token" }) });

describe("a joiner", () => {
	it("[PPL-7] signs in with the first password, and may do nothing but change it", async ({ expect }) => {
		const { main } = await aBank();
		const { person, firstPassword } = await added(headOf(main), joinerAt(main));
		expect(person).toMatchObject({ status: "active", hasPassword: true, mustChangePassword: true, version: 1 });
		const { token } = (await (await signIn(person.staffId, firstPassword)).json()) as { token: string };
		const headers = { Authorization: `Bearer ${token}` };
		const early = await call("/institution/nodes", { headers });
		expect(((await early.json()) as { code: string }).code).toBe("password-change-needed");
		const body = JSON.stringify({ current: firstPassword, next: "早会七点三刻到三楼大厅" });
		expect((await call("/session/password", { method: "PUT", headers, body })).status).toBe(200);
		expect((await call("/institution/nodes", { headers })).status).toBe(200);
		expect(await personSeenBy(headOf(main), person.staffId)).toMatchObject({ mustChangePassword: false });
	});

	it("[PPL-7] the hash is never in an answer", async ({ expect }) => {
		const { main, memory } = await aBank();
		const { person } = await added(headOf(main), joinerAt(main));
		expect((await profileOf(memory, person.staffId))?.passwordHash).toContain("scrypt$");
		const list = await ask(headOf(main), "GET", "/people");
		expect(JSON.stringify(list.body)).toContain(person.staffId);
		expect(JSON.stringify(list.body)).not.toContain("scrypt");
	});

	it("[PPL-5] sent twice, or by two at once, is added once", async ({ expect }) => {
		const { main } = await aBank();
		const body = joinerAt(main);
		const both = await Promise.all([1, 2].map(() => ask(headOf(main), "POST", "/people", { body })));
		expect(both.map(codeOf).sort()).toEqual(["done", "person-exists"]);
		expect(codeOf(await ask(headOf(main), "POST", "/people", { body }))).toBe("person-exists");
	});

	it("[PPL-1] [PPL-2] at a wrong level, a foreign branch or no branch at all is refused", async ({ expect }) => {
		const { main, sister, region } = await aBank();
		const head = headOf(main);
		const hr = aboveRegion("human-resources", region);
		for (const [actor, joiner, code] of [
			[head, joinerAt(sister), "may-not-grant"],
			[head, joinerAt(region, "human-resources"), "may-not-grant"],
			[head, joinerAt(main, "branch-head"), "may-not-grant"],
			[hr, joinerAt(main, "branch-head"), "done"],
			[hr, joinerAt(region, "closed-teller"), "role-not-at-level"],
			[hr, joinerAt(region, "head-office-operator"), "may-not-grant"],
			[hr, joinerAt("bank", "human-resources"), "may-not-grant"],
			[hr, joinerAt(`${region}-nowhere`), "unknown-node"],
			[OPERATOR, joinerAt(main), "done"],
		] as const) {
			expect([joiner, codeOf(await ask(actor, "POST", "/people", { body: joiner }))]).toEqual([joiner, code]);
		}
	});

	it("[PPL-2] nobody without the permission adds anybody", async ({ expect }) => {
		const { main } = await aBank();
		for (const actor of [
			staffAt("deputy-head", main),
			staffAt("lobby-manager", main),
			AUDITOR,
			deviceAt("kiosk", main),
		]) {
			expect(codeOf(await ask(actor, "POST", "/people", { body: joinerAt(main) }))).toBe("not-permitted");
		}
	});
});

describe("a change", () => {
	it("[PPL-5] of two at once leaves one, whole, and tells the other to read again", async ({ expect }) => {
		const { main, region } = await aBank();
		const { person } = await added(headOf(main), joinerAt(main));
		const path = `/people/${person.staffId}`;
		const wishes = [
			{ name: person.name, assignments: [{ role: "guard", nodeId: main }] },
			{ name: { zh: "张维", en: "Zhang Wei" }, assignments: [{ role: "lobby-usher", nodeId: main }] },
		];
		const hr = aboveRegion("human-resources", region);
		const both = await Promise.all(
			[headOf(main), hr].map((actor, at) => ask(actor, "PUT", path, { body: wishes[at], version: 1 })),
		);
		expect(both.map(codeOf).sort()).toEqual(["changed-since-read", "done"]);
		const won = wishes[both.findIndex(({ status }) => status === 200)];
		expect(await personSeenBy(hr, person.staffId)).toMatchObject({ ...won, version: 2 });
		expect(both.find(({ status }) => status !== 200)?.status).toBe(412);
	});

	it("[PPL-5] without the version that was read is refused", async ({ expect }) => {
		const { main } = await aBank();
		const { person } = await added(headOf(main), joinerAt(main));
		const { staffId: _, ...body } = joinerAt(main);
		expect(codeOf(await ask(headOf(main), "PUT", `/people/${person.staffId}`, { body }))).toBe("version-missing");
		const late = await ask(headOf(main), "PUT", `/people/${person.staffId}`, { body, version: 7 });
		expect(codeOf(late)).toBe("changed-since-read");
	});

	it("[PPL-11] that takes a role away stops the commands of whoever held it", async ({ expect }) => {
		const { main } = await aBank();
		const { person, firstPassword } = await added(headOf(main), joinerAt(main, "deputy-head"));
		const { token } = (await (await signIn(person.staffId, firstPassword)).json()) as { token: string };
		const headers = { Authorization: `Bearer ${token}` };
		const next = "早会七点三刻到三楼大厅";
		const changed = { method: "PUT", headers, body: JSON.stringify({ current: firstPassword, next }) };
		expect((await call("/session/password", changed)).status).toBe(200);
		const fresh = async () => {
			const answer = (await (await signIn(person.staffId, next)).json()) as { token: string };
			return { headers: { Authorization: `Bearer ${answer.token}` } };
		};
		const before = await fresh();
		const now = await personSeenBy(headOf(main), person.staffId);
		const body = { name: now.name, assignments: [{ role: "guard", nodeId: main }] };
		const done = await ask(headOf(main), "PUT", `/people/${person.staffId}`, { body, version: now.version });
		expect(codeOf(done)).toBe("done");
		// This session was never looked at before, so no isolate remembers what it could do.
		expect((await call("/people", before)).status).toBe(403);
		const gone = await ask(headOf(main), "POST", `/people/${person.staffId}/leave`, { version: now.version + 1 });
		expect(codeOf(gone)).toBe("done");
		expect((await signIn(person.staffId, next)).status).toBe(401);
	});

	it("[PPL-3] of oneself is refused in every way", async ({ expect }) => {
		const { main } = await aBank();
		const self = aStaffId();
		const { person } = await added(OPERATOR, joinerAt(main, "branch-head", self));
		const { staffId: _, ...body } = joinerAt(main, "lobby-usher");
		const path = `/people/${person.staffId}`;
		const me = headOf(main, self);
		expect(codeOf(await ask(me, "PUT", path, { body, version: 1 }))).toBe("own-record");
		expect(codeOf(await ask(me, "POST", `${path}/leave`, { version: 1 }))).toBe("own-record");
		expect(codeOf(await ask(me, "POST", `${path}/first-password`))).toBe("own-record");
	});

	it("[PPL-2] a first password for somebody with more power is refused: it would be a way up", async ({ expect }) => {
		const { main, region } = await aBank();
		const both = {
			...joinerAt(main),
			assignments: [...joinerAt(main).assignments, { role: "auditor", nodeId: region }],
		};
		const { person } = await added(OPERATOR, both as never);
		const path = `/people/${person.staffId}/first-password`;
		expect(codeOf(await ask(headOf(main), "POST", path))).toBe("may-not-grant");
		expect(codeOf(await ask(aboveRegion("human-resources", region), "POST", path))).toBe("may-not-grant");
		const given = (await ask(OPERATOR, "POST", path)).body as { firstPassword: string };
		expect((await signIn(person.staffId, given.firstPassword)).status).toBe(200);
	});
});

describe("who left", () => {
	it("[PPL-10] stays on record without password and rights, and may come back", async ({ expect }) => {
		const { main, memory } = await aBank();
		const head = headOf(main);
		const { person, firstPassword } = await added(head, joinerAt(main));
		const path = `/people/${person.staffId}`;
		const left = await ask(head, "POST", `${path}/leave`, { version: 1 });
		expect(left.body).toMatchObject({
			status: "left",
			hasPassword: false,
			version: 2,
			assignments: person.assignments,
		});
		expect((await signIn(person.staffId, firstPassword)).status).toBe(401);
		expect(await profileOf(memory, person.staffId)).toMatchObject({ active: false, passwordHash: null, actors: [] });
		expect(codeOf(await ask(head, "POST", `${path}/leave`, { version: 2 }))).toBe("person-left");
		expect(codeOf(await ask(head, "POST", `${path}/first-password`))).toBe("person-left");
		const back = await added(head, { ...joinerAt(main, "guard"), staffId: person.staffId });
		expect(back.person).toMatchObject({ status: "active", version: 3, assignments: [{ role: "guard", nodeId: main }] });
		expect((await signIn(person.staffId, back.firstPassword)).status).toBe(200);
	});
});

describe("the list of people", () => {
	it("[PPL-6] shows each place its own people and nobody else's", async ({ expect }) => {
		const { main, sister, region } = await aBank();
		const other = await aBank();
		const here = await added(OPERATOR, joinerAt(main));
		const there = await added(OPERATOR, joinerAt(sister));
		const far = await added(OPERATOR, joinerAt(other.main));
		const ids = async (actor: Parameters<typeof ask>[0], query = "") =>
			((await ask(actor, "GET", `/people${query}`)).body as { rows: Person[] }).rows.map((row) => row.staffId).sort();
		expect(await ids(headOf(main))).toEqual([here.person.staffId]);
		const both = [here.person.staffId, there.person.staffId].sort();
		expect(await ids(aboveRegion("auditor", region))).toEqual(both);
		expect(await ids(OPERATOR, `?nodeId=${region}`)).toEqual(both);
		expect(await ids(headOf(main), `?nodeId=${other.main}`)).toEqual([]);
		expect(codeOf(await ask(headOf(main), "GET", `/people/${far.person.staffId}`))).toBe("unknown-person");
		expect(codeOf(await ask(headOf(main), "GET", "/people/nobody"))).toBe("unknown-person");
		const foreign = aboveRegion("human-resources", other.region);
		const { staffId: _, ...body } = joinerAt(other.main);
		const attack = await ask(foreign, "PUT", `/people/${here.person.staffId}`, { body, version: 1 });
		expect(codeOf(attack)).toBe("unknown-person");
		expect(codeOf(await ask(foreign, "POST", `/people/${here.person.staffId}/first-password`))).toBe("unknown-person");
	});

	it("[PPL-6] is searched by name, number, role and status, and paged without gap or repeat", async ({ expect }) => {
		const { main, region } = await aBank();
		const made: string[] = [];
		for (let at = 0; at < 5; at++) {
			const joiner = {
				...joinerAt(main, at === 4 ? "guard" : "open-teller"),
				name: { zh: `李${"甲乙丙丁戊"[at]}`, en: `Li ${at}` },
			};
			made.push((await added(OPERATOR, joiner)).person.staffId);
		}
		const rows = async (query: string) =>
			(await ask(aboveRegion("auditor", region), "GET", `/people?${query}`)).body as {
				rows: Person[];
				next: string | null;
			};
		expect((await rows("role=guard")).rows.map((row) => row.staffId)).toEqual([made[4]]);
		expect((await rows(`text=${encodeURIComponent("李丙")}`)).rows.map((row) => row.staffId)).toEqual([made[2]]);
		expect((await rows("text=lI%201")).rows.map((row) => row.staffId)).toEqual([made[1]]);
		expect((await rows(`text=${made[3]}`)).rows.map((row) => row.staffId)).toEqual([made[3]]);
		expect((await rows("text=%25")).rows).toEqual([]);
		expect((await rows("status=left")).rows).toEqual([]);
		const seen: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const page: Awaited<ReturnType<typeof rows>> = await rows(`limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
			seen.push(...page.rows.map((row) => row.staffId));
			cursor = page.next;
		}
		expect(seen).toEqual([...made].sort());
	});
});
