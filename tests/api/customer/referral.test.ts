import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import type { HolderActor } from "../../../schema/actor.ts";
import { SHOWN_FOR_MS, SHOWS_PER_HOUR_MAX } from "../../../schema/limits.ts";
import { newCommandId } from "../../branch/a-branch.ts";
import { copied, forwarded } from "../../ledger/a-ledger.ts";
import { aHall, inFull, moved, REASON, shown } from "../a-case.ts";
import { ask, codeOf, FIELDS, listed, listedIds, recorded } from "../a-referral.ts";
import { deviceAt, staffAt } from "../callers.ts";

describe("an identified-customer record", () => {
	it("[PRV-8] [PRV-6] of a name and a reason is taken, and everybody who may read it sees it masked", async ({
		expect,
	}) => {
		const { manager, teller, adviser, branchId, path } = await aHall();
		const caseId = await recorded(manager, branchId);
		const row = await shown(adviser, `${path}/${caseId}`);
		expect(row).toMatchObject({
			caseId,
			branchId,
			kind: "referral",
			businessDay: "2026-11-23",
			stage: "offered",
			facts: {
				staffId: "li-na",
				role: "lobby-manager",
				consent: "not-asked",
				consentHow: null,
				consentAt: null,
				signedBy: null,
			},
			version: 1,
		});
		expect(row.fields).toEqual({ name: "李*明" });
		expect(row.signs).toEqual(["unsigned", "no-contact"]);
		const full = await shown(teller, `${path}/${await recorded(teller, branchId, { fields: FIELDS })}`);
		expect(full.fields).toEqual({
			name: "欧阳*明",
			number: { kind: "account", value: "6222********1234" },
			contact: { kind: "phone", value: "138****5678" },
			bestContactTime: null,
			remarks: null,
		});
		expect(await listedIds(manager, branchId)).toEqual([caseId, full.caseId].sort());
		expect(codeOf(await listed(deviceAt("kiosk", branchId), branchId))).toBe("not-permitted");
	});

	it("[PRV-8] with a reason code that is none, or nobody's name, is refused", async ({ expect }) => {
		const { manager, path } = await aHall();
		const open = async (more: object) =>
			codeOf(await ask(manager, "POST", path, { body: { kind: "referral", ...more }, commandId: newCommandId() }));
		const fields = { name: "李明" };
		const facts = { reasonCode: "appearance" };
		expect(await open({ fields, facts: { reasonCode: "luxury-car" } })).toBe("unknown-reason-code");
		expect(await open({ facts })).toBe("reference-needed");
		expect(await open({ fields, facts, link: "x" })).toBe("invalid-input");
		expect(await open({ fields: { ...fields, link: "x" }, facts })).toBe("invalid-input");
		expect(await open({ ties: { customerReference: "C-20481234" }, facts })).toBe("done");
	});

	it("[PRV-17] is taken with an ID number whose check digit or date is wrong, and shown as it was typed", async ({
		expect,
	}) => {
		const { manager, head, branchId, path } = await aHall();
		const number = { kind: "id-number", value: "110105194913310021" };
		const caseId = await recorded(manager, branchId, { fields: { number } });
		expect((await inFull(head, `${path}/${caseId}`, ["number"])).body.fields).toEqual({ number });
	});

	it("[PRV-8] is listed by day, status, signature, what it lacks, whose it is, and by pages", async ({ expect }) => {
		const { manager, teller, adviser, branchId, path } = await aHall();
		const { contact } = FIELDS;
		const offered = await recorded(manager, branchId);
		const lacking = await recorded(teller, branchId, { stage: "to_follow_up", ownerId: "hu-yue" });
		const complete = await recorded(teller, branchId, { stage: "to_follow_up", fields: { contact } });
		await moved(adviser, `${path}/${complete}`, 1, { step: "sign", stage: "to_follow_up" });
		const ids = (query: string, actor = manager) => listedIds(actor, branchId, query);
		expect(await ids("list=incomplete")).toEqual([lacking]);
		expect(await ids("stage=offered")).toEqual([offered]);
		expect(await ids("list=unsigned")).toEqual([offered, lacking].sort());
		expect(await ids("list=mine", adviser)).toEqual([lacking, complete].sort());
		expect(await ids("from=2026-11-24")).toEqual([]);
		expect(await ids("from=2026-11-23&to=2026-11-23")).toEqual([offered, lacking, complete].sort());
		const seen: string[] = [];
		for (let cursor: string | null = ""; cursor !== null; ) {
			const { body } = await listed(manager, branchId, `limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
			seen.push(...body.rows.map((row) => row.caseId));
			cursor = body.next;
		}
		expect(seen.sort()).toEqual([offered, lacking, complete].sort());
	});
});

describe("personal values in full", () => {
	it("[PRV-7] are shown field by field, with a reason, written down first, and say when to hide again", async ({
		expect,
	}) => {
		const { manager, branchId, path } = await aHall();
		const caseId = await recorded(manager, branchId, { fields: FIELDS });
		const one = `${path}/${caseId}`;
		const before = Date.now();
		const { body } = await inFull(manager, one, ["name", "contact", "outcome"]);
		expect(body.fields).toEqual({ name: FIELDS.name, contact: FIELDS.contact, outcome: null });
		expect(body.hideAt - before).toBeGreaterThanOrEqual(SHOWN_FOR_MS);
		expect(body.hideAt - Date.now()).toBeLessThanOrEqual(SHOWN_FOR_MS);
		const rest = await inFull(manager, one, ["number", "bestContactTime", "remarks"]);
		const { name: _, contact: __, ...others } = FIELDS;
		expect(rest.body.fields).toEqual(others);
		for (const wrong of [{ fields: ["name"] }, { fields: [], reason: REASON }]) {
			expect(codeOf(await ask(manager, "POST", `${one}/shown`, { body: wrong }))).toBe("invalid-input");
		}
		await forwarded(branchId);
		const written = (await copied(branchId)).filter((entry) => entry.body.includes('"showCase"'));
		expect(written.filter((entry) => !entry.body.includes('"refersTo"'))).toHaveLength(2);
		for (const entry of written) {
			expect(JSON.parse(entry.body)).toMatchObject({ reason: REASON, subject: { branchId, caseId } });
			expect(entry.body).not.toContain(FIELDS.name);
		}
	});

	it("[PRV-7] are for the roles that need them, and for each of them only so often an hour", async ({ expect }) => {
		const { manager, teller, branchId, path } = await aHall();
		const caseId = await recorded(teller, branchId, { fields: FIELDS });
		const show = async (actor: HolderActor) => codeOf(await inFull(actor, `${path}/${caseId}`, ["name"]));
		expect(await show(teller)).toBe("not-permitted");
		expect(await show(staffAt("lobby-manager", "bj-elsewhere"))).toBe("wrong-place");
		const own = staffAt("lobby-manager", branchId, `busy-${branchId.slice(-6)}`);
		const hour = Math.floor(Date.now() / 3_600_000);
		await env.DB.batch(
			[hour, hour + 1].map((at) =>
				env.DB.prepare("INSERT INTO disclosures VALUES (?, ?, 'show', ?)").bind(
					at,
					own.kind === "staff" ? own.staffId : "",
					SHOWS_PER_HOUR_MAX - 1,
				),
			),
		);
		expect(await show(own)).toBe("done");
		expect(await show(own)).toBe("too-many-shows");
		expect(await show(manager)).toBe("done");
	});
});
