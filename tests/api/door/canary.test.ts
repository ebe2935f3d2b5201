import { env } from "cloudflare:workers";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { RecognitionAnswer } from "../../../schema/customer/customer.ts";
import { type SyntheticCustomer, syntheticCustomer } from "../../../worker/domain/customer/synthetic-customer.ts";
import { aBranch, eventually, HEAD_OFFICE, newCommandId, staff } from "../../branch/a-branch.ts";
import { tokenOf } from "../../branch/door.ts";
import { LiveClient } from "../../branch/live-client.ts";
import { dump, dumpOf, inside } from "../../branch/storage.ts";
import { count } from "../../counts.ts";
import { seedOf } from "../../domain/seed.ts";
import { forwarded, insideLedger } from "../../ledger/a-ledger.ts";
import { type Answer, addressOf, type ask, askRecord, caseIdOf, codeOf } from "../a-referral.ts";
import { deviceAt, staffAt } from "../callers.ts";
import type { PersonRecords, ReferralRow, ShownReferral } from "../record-words.ts";
import { problemAbout } from "./canary-problems.ts";

const IDENTITIES = count(1_000, 10_000);
/** Calls under way at once. */
const AT_ONCE = 8;
/** More would not fit into one answer of the database. */
const ROWS_PER_READ = 1_000;
/** How long D1 may take to be told of everybody. */
const DELIVERY_MAX_MS = count(60_000, 900_000);
/** Everybody is in a record, and one of so many in a problem as well. */
const PEOPLE_PER_PROBLEM = 3;
/** Everybody is shown, changed and exported by somebody, and nobody may look at more than an hour allows. */
const LOOKS_PER_PERSON = 50;

/** Somebody whose name no other text of the system could hold. */
type Canary = SyntheticCustomer & { readonly chat: string; readonly account: string };

/** Given names are of characters that stand nowhere else in the system's own words. */
const RARE = "龘靐齉爩麤灪籱鱻厵癵驫麣纞虋讟钃鸜韊".split("");

function canary(seed: number, index: number): Canary {
	const customer = syntheticCustomer(seed, index);
	const letter = (place: number) => RARE[Math.floor(index / RARE.length ** place) % RARE.length];
	return {
		...customer,
		name: `${customer.name.slice(0, 1)}${letter(2)}${letter(1)}${letter(0)}`,
		chat: `wx_${customer.reference.slice(2)}_canary`,
		account: customer.card,
	};
}

/** Every way a value of this person might stand somewhere in clear. */
function tracesOf({ name, account, idNumber, phone, chat }: Canary): string[] {
	const plain = [name, account, idNumber, phone, chat];
	return plain.flatMap((text) => [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1), utf8Base64(text)]);
}

/** Without its last characters, which depend on what follows. */
function utf8Base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
		.replace(/=+$/, "")
		.slice(0, -2);
}

/** Every trace begins with so many letters that a text of megabytes is looked at once, and not once per person. */
const PREFIX_LETTERS = 4;

class Search {
	readonly #traces = new Map<string, Set<string>>();

	constructor(people: readonly Canary[]) {
		for (const trace of people.flatMap(tracesOf)) {
			const prefix = trace.slice(0, PREFIX_LETTERS);
			const known = this.#traces.get(prefix) ?? new Set();
			this.#traces.set(prefix, known.add(trace));
		}
	}

	/** The first trace of anybody found in a text; null: none. */
	in(text: string): string | null {
		for (let at = 0; at < text.length; at++) {
			for (const trace of this.#traces.get(text.slice(at, at + PREFIX_LETTERS)) ?? []) {
				if (text.startsWith(trace, at)) return trace;
			}
		}
		return null;
	}
}

const lines: string[] = [];
const real = { log: console.log, error: console.error, warn: console.warn, info: console.info };
beforeAll(() => {
	const keep = (...words: unknown[]) => void lines.push(words.map(String).join(" "));
	Object.assign(console, { log: keep, error: keep, warn: keep, info: keep });
});
afterAll(() => {
	Object.assign(console, real);
});

async function inParallel<Item>(items: readonly Item[], work: (item: Item, index: number) => Promise<void>) {
	let next = 0;
	const worker = async () => {
		for (let index = next++; index < items.length; index = next++) await work(items[index] as Item, index);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Until D1 has everything that the branch has of records and problems. */
function allDelivered(branchId: string): Promise<void> {
	return eventually(
		"D1 to know everybody",
		async () =>
			(await inside(branchId, (_, { sql }) => sql.exec("SELECT 1 FROM cases WHERE is_unsent = 1 LIMIT 1").toArray()))
				.length === 0,
		DELIVERY_MAX_MS,
	);
}

/** What the public, the logs and the disks got to see of a run. */
async function everythingStored(branchId: string): Promise<string[]> {
	const tables = await env.DB.prepare(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
	).all<{ name: string }>();
	const texts: string[] = [];
	for (const { name } of tables.results) {
		for (let offset = 0, rows = ROWS_PER_READ; rows === ROWS_PER_READ; offset += ROWS_PER_READ) {
			const read = env.DB.prepare(`SELECT * FROM "${name}" LIMIT ? OFFSET ?`).bind(ROWS_PER_READ, offset);
			const { results } = await read.all();
			rows = results.length;
			texts.push(JSON.stringify(results));
		}
	}
	texts.push(JSON.stringify(await dumpOf(branchId)));
	for (const chain of [branchId, "bank"]) {
		texts.push(await insideLedger(chain, (_, { sql }) => JSON.stringify(dump(sql))));
	}
	return texts;
}

describe("synthetic identities through every flow", () => {
	it("[PRV-12] leave no name, number or contact in clear in any table, object, log line, address, public frame or refusal", {
		timeout: 3_600_000,
	}, async ({ expect }) => {
		const seed = seedOf("canary") % 90;
		const people = Array.from({ length: IDENTITIES }, (_, index) => canary(seed, index));
		const byPhone = new Map(people.map((person) => [person.phone, person]));
		const branch = await aBranch(undefined, (configuration) => ({
			...configuration,
			limits: { ...configuration.limits },
		}));
		const { branchId } = branch;
		const path = `/branches/${branchId}/referrals`;
		const kiosk = deviceAt("kiosk", branchId);
		const manager = (index: number) => managers[Math.floor(index / LOOKS_PER_PERSON)] ?? managers[0]!;
		const managers = Array.from({ length: Math.ceil(IDENTITIES / LOOKS_PER_PERSON) }, (_, at) =>
			staffAt("branch-head", branchId, `head-${at}`),
		);
		const adviser = staffAt("relationship-manager", branchId, "hu-yue");
		/** Texts that anybody without the right to personal data may see. */
		const open: string[] = [];
		const urls: string[] = [];
		const say = async <Body>(...[actor, method, url, wish]: Parameters<typeof ask>): Promise<Answer<Body>> => {
			urls.push(addressOf(method, url, wish?.body));
			const answer = await askRecord<Body>(actor, method, url, wish);
			if (answer.status !== 200) open.push(answer.text);
			return answer;
		};
		const directory = { CUSTOMER_DIRECTORY_URL: "https://directory.bank.test" };
		const realFetch = globalThis.fetch;
		globalThis.fetch = async (_: unknown, init?: RequestInit) => {
			const { value } = JSON.parse(String(init?.body)) as { value: string };
			const person = byPhone.get(value);
			const customer = person && { reference: person.reference, name: person.name, segment: person.segment };
			return Response.json({ customer: customer ?? null });
		};
		const ids: string[] = [];
		await inParallel(people, async (person, index) => {
			const body = {
				name: person.name,
				reasonCode: "large-cash",
				status: index % 2 === 0 ? "to_follow_up" : "offered",
				number:
					index % 3 === 0 ? { kind: "id-number", value: person.idNumber } : { kind: "account", value: person.account },
				contact: index % 5 === 0 ? { kind: "wechat", value: person.chat } : { kind: "phone", value: person.phone },
				bestContactTime: `给${person.name}打电话`,
				remarks: `${person.name} ${person.phone}`,
			};
			const commandId = newCommandId();
			const created = await say<{ referralId: string }>(manager(index), "POST", path, { body, commandId });
			expect(created.status).toBe(200);
			open.push(created.text);
			ids[index] = created.body.referralId;
			if (index % 20 === 0) {
				const other = { ...body, remarks: "另一位" };
				expect(codeOf(await say(manager(index), "POST", path, { body: other, commandId }))).toBe("command-id-reused");
				const bad = { ...body, contact: person.phone, [person.phone.slice(0, 3)]: 1 };
				expect(codeOf(await say(manager(index), "POST", path, { body: bad, commandId: newCommandId() }))).toBe(
					"invalid-input",
				);
			}
		});
		await allDelivered(branchId);
		for (let cursor: string | null = ""; cursor !== null; ) {
			const page: Answer<{ rows: ReferralRow[]; next: string | null }> = await say(
				adviser,
				"GET",
				`${path}?limit=200${cursor === "" ? "" : `&cursor=${cursor}`}`,
			);
			open.push(page.text);
			cursor = page.body.next;
		}
		await inParallel(people, async (person, index) => {
			const actor = manager(index);
			const one = `${path}/${ids[index]}`;
			if (index % 4 === 0) {
				const shown = await say<ShownReferral>(actor, "POST", `${one}/shown`, {
					body: { fields: ["name", "contact"], reason: `客户${person.phone}来电` },
				});
				expect(shown.body.values.name).toBe(person.name);
			}
			if (index % 4 === 1) {
				const changed = await say<ReferralRow>(actor, "PUT", one, {
					body: { contact: { kind: "phone", value: person.phone }, remarks: person.idNumber },
					version: 1,
				});
				expect(changed.status).toBe(200);
				open.push(changed.text, (await say(actor, "PUT", one, { body: { name: person.name }, version: 1 })).text);
			}
			if (index % 4 === 2) {
				const found = await say<{ rows: ReferralRow[] }>(actor, "POST", `${path}/search`, {
					body: { by: "phone", value: person.phone, reason: "核对" },
				});
				expect(found.body.rows.length).toBe(index % 5 === 0 ? 0 : 1);
				open.push(found.text);
			}
			if (index % 4 === 3) {
				const got = await say<PersonRecords>(actor, "POST", `/nodes/${branchId}/personal-data/export`, {
					body: {
						by: index % 3 === 0 ? "id-number" : "account",
						value: index % 3 === 0 ? person.idNumber : person.account,
						reason: "核对",
					},
				});
				expect(got.body.referrals[0]?.values.name).toBe(person.name);
			}
			if (index % 10 === 0) {
				const wish = { body: { by: "phone", value: person.phone }, secrets: directory };
				const recognised = await say<RecognitionAnswer>(kiosk, "POST", `/branches/${branchId}/recognitions`, wish);
				const command = { type: "issue-ticket", services: ["cash"], recognition: recognised.body.recognition };
				const ticket = await say(kiosk, "POST", `/branches/${branchId}/commands`, {
					body: { command },
					commandId: newCommandId(),
				});
				expect(ticket.status).toBe(200);
				const seen = await say(adviser, "POST", `/branches/${branchId}/recognitions`, wish);
				open.push(recognised.text, ticket.text, seen.text);
			}
			if (index % 25 === 0) {
				const outcome = { accounts: [{ kind: "活期", number: person.account }], sold: [] };
				const version = (await say<ReferralRow>(adviser, "GET", one)).body.version;
				await say(adviser, "PUT", `${one}/outcome`, { body: outcome, version });
				const signed = await say(adviser, "POST", `${one}/signature`, {
					body: { status: "introduced" },
					version: version + 1,
				});
				open.push(signed.text);
			}
			if (index % 50 === 0) {
				const body = { reason: `客户${person.phone}要求删除，证件${person.idNumber}` };
				expect(codeOf(await say(actor, "POST", `${one}/erasure`, { body }))).toBe("done");
			}
		});
		globalThis.fetch = realFetch;
		const phones = await Promise.all(
			(["zhang-wei", "li-na", "liu-yang"] as const).map(async (staffId) => {
				const role = staffId === "liu-yang" ? "closed-teller" : staffId === "li-na" ? "lobby-manager" : "branch-head";
				const credential = `token.${await tokenOf(staff(branchId, role, staffId))}`;
				return LiveClient.open({ branchId, audience: "staff", credential });
			}),
		);
		const opener = staffAt("closed-teller", branchId, "liu-yang");
		const next = staffAt("lobby-manager", branchId, "li-na");
		const stranger = staffAt("closed-teller", branchId, "chen-jing");
		await inParallel(people, async (person, index) => {
			if (index % PEOPLE_PER_PROBLEM !== 0) return;
			const by = { opener, owner: manager(index), next, stranger };
			for (const { url, answer, isOpen } of await problemAbout(person, index, `/branches/${branchId}/cases`, by)) {
				urls.push(url);
				if (isOpen) open.push(answer.text);
			}
		});
		await allDelivered(branchId);
		for (const phone of phones) {
			expect(phone.cases.length).toBeGreaterThan(0);
			open.push(JSON.stringify([phone.cases, phone.view]));
			phone.close();
		}
		for (const [audience, credential] of [
			["display", `token.${await tokenOf(deviceAt("display", branchId))}`],
			["status", `token.${await tokenOf(HEAD_OFFICE)}`],
			["staff", `token.${await tokenOf(staff(branchId, "lobby-manager"))}`],
		] as const) {
			const client = await LiveClient.open({ branchId, audience, credential });
			open.push(JSON.stringify(client.view));
			client.close();
		}
		await branch.done(staff(branchId, "lobby-manager"), { type: "close-day" });
		await forwarded(branchId);

		const search = new Search(people);
		const stored = await everythingStored(branchId);
		for (const act of ["recognise", "searchCases", "exportPerson", "moveCase", "showCase", "eraseCase"]) {
			expect([act, stored.some((text) => text.includes(`"act":"${act}"`))]).toEqual([act, true]);
		}
		const places: readonly (readonly [string, readonly string[]])[] = [
			["addresses", urls],
			["answers without the right", open],
			["log lines", lines],
			["storage", stored],
		];
		for (const [place, texts] of places) {
			expect(texts.length, place).toBeGreaterThan(0);
			for (const text of texts) expect(search.in(text), `${place}: ${text.slice(0, 300)}`).toBeNull();
		}
		// The search itself must find one that was planted, whoever it is and however it was written.
		for (const person of [people[0], people.at(-1)] as Canary[]) {
			for (const planted of [
				person.name,
				person.phone,
				person.idNumber,
				person.account,
				encodeURIComponent(person.name),
			]) {
				expect(search.in(`{"message":"x ${planted} y"}`)).not.toBeNull();
			}
		}
		await env.DB.prepare("UPDATE cases SET stage = ? WHERE case_id = ?")
			.bind(people[7]?.name, caseIdOf(branchId, ids[7] ?? ""))
			.run();
		const again = await everythingStored(branchId);
		expect(again.some((text) => search.in(text) === people[7]?.name)).toBe(true);
	});
});
