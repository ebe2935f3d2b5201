import { listDurableObjectIds, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { RecognitionAnswer } from "../../../schema/customer/customer.ts";
import type { Output } from "../../../schema/endpoint/api.ts";
import { aBranch, eventually, HEAD_OFFICE, newCommandId, staff } from "../../branch/a-branch.ts";
import { tokenOf } from "../../branch/door.ts";
import { LiveClient } from "../../branch/live-client.ts";
import { dump, dumpOf, inside } from "../../branch/storage.ts";
import { count } from "../../counts.ts";
import { seedOf } from "../../domain/seed.ts";
import { forwarded, insideLedger } from "../../ledger/a-ledger.ts";
import type { Answer } from "../a-referral.ts";
import { deviceAt, staffAt } from "../callers.ts";
import { Ears, must } from "./canary-ears.ts";
import { type Canary, canary, Search } from "./canary-people.ts";
import { problemAbout } from "./canary-problems.ts";
import { recordAbout, workOn } from "./canary-records.ts";

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
	const holders = await listDurableObjectIds(env.HOLDER);
	if (holders.length === 0) throw new Error("no sign-in was searched");
	for (const holder of holders) {
		texts.push(await runInDurableObject(env.HOLDER.get(holder), (_, { storage }) => JSON.stringify(dump(storage.sql))));
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
		const path = `/branches/${branchId}/cases`;
		const kiosk = deviceAt("kiosk", branchId);
		const manager = (index: number) => managers[Math.floor(index / LOOKS_PER_PERSON)] ?? managers[0]!;
		const managers = Array.from({ length: Math.ceil(IDENTITIES / LOOKS_PER_PERSON) }, (_, at) =>
			staffAt("branch-head", branchId, `head-${at}`),
		);
		const adviser = staffAt("relationship-manager", branchId, "hu-yue");
		const ears = new Ears();
		const { urls, open } = ears;
		const directory = { CUSTOMER_DIRECTORY_URL: "https://directory.bank.test" };
		const realFetch = globalThis.fetch;
		globalThis.fetch = async (_: unknown, init?: RequestInit) => {
			const { value } = JSON.parse(String(init?.body)) as { value: string };
			const person = byPhone.get(value);
			const customer = person && {
				reference: person.reference,
				name: person.name,
				averageAssets: person.assets,
				age: 20,
			};
			return Response.json({ customer: customer ?? null });
		};
		const ids: string[] = [];
		await inParallel(people, async (person, index) => {
			ids[index] = await recordAbout(person, index, path, manager(index), ears);
		});
		await allDelivered(branchId);
		let listed = 0;
		for (let cursor: string | null = ""; cursor !== null; ) {
			const list = `/nodes/${branchId}/cases?kind=referral&open=any&sort=opened&order=desc&limit=200`;
			const from = cursor === "" ? "" : `&cursor=${cursor}`;
			const page: Answer<Output<"cases">> = await ears.sayOpenly(adviser, "GET", `${list}${from}`);
			listed += page.body.rows.length;
			cursor = page.body.next;
		}
		expect(listed).toBe(IDENTITIES);
		await inParallel(people, async (person, index) => {
			const at = { branchId, path, caseId: ids[index] ?? "" };
			await workOn(person, index, at, { actor: manager(index), adviser }, ears);
			if (index % 10 === 0) {
				const wish = { body: { by: "phone", value: person.phone }, secrets: directory };
				const recognise = `/branches/${branchId}/recognitions`;
				const { recognition } = must(await ears.sayOpenly<RecognitionAnswer>(kiosk, "POST", recognise, wish));
				const command = { type: "issue-ticket", services: ["cash"], recognition };
				const asked = { body: { command }, commandId: newCommandId() };
				must(await ears.sayOpenly(kiosk, "POST", `/branches/${branchId}/commands`, asked));
				await ears.sayOpenly(adviser, "POST", recognise, wish);
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
			for (const { url, answer, isOpen } of await problemAbout(person, index, path, by)) {
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
				String(person.assets),
				encodeURIComponent(person.name),
			]) {
				expect(search.in(`{"message":"x ${planted} y"}`)).not.toBeNull();
			}
		}
		await env.DB.prepare("UPDATE cases SET stage = ? WHERE case_id = ?").bind(people[7]?.name, ids[7]).run();
		const again = await everythingStored(branchId);
		expect(again.some((text) => search.in(text) === people[7]?.name)).toBe(true);
	});
});
