import { env } from "cloudflare:workers";
import fc from "fast-check";
import { afterEach, expect, it, vi } from "vitest";
import { SECTION_IDS, type SectionId, sectionOf } from "../../schema/configuration/sections.ts";
import type { SectionVersion } from "../../schema/configuration/version.ts";
import { BranchConfiguration, type BranchLimits, type DispatchPolicy } from "../../schema/hall/configuration.ts";
import { type SeededRandom, seededRandom } from "../../simulation/seeded-random.ts";
import { toldTo } from "../../worker/domain/configuration/chosen.ts";
import { versionsOut } from "../../worker/records/configuration/section-version.ts";
import { memoryOf } from "../../worker/records/memory.ts";
import { aRegion, ask, DRAFTER, drafted, publish, SECOND, takeBack } from "../api/configuration/a-section.ts";
import { count } from "../counts.ts";
import { change, changed } from "../domain/configuration/random-draft.ts";
import { seedOf } from "../domain/seed.ts";
import { commitsOf, evict, MONDAY, newCommandId, staff } from "./a-branch.ts";
import { breakMemory, type Failure } from "./failing-memory.ts";
import { inside } from "./storage.ts";

const DRAFTS = count(15, 150);
const BRANCHES = 3;
const FAILURES: readonly Failure[] = ["rejects", "throws", "loses the answer", "cannot write"];

type Branch = Awaited<ReturnType<typeof aRegion>>["branches"][number];
type Held = Readonly<Record<SectionId, { readonly key: string; readonly value: object }>>;

afterEach(() => {
	vi.restoreAllMocks();
});

/** What a branch goes by: of each section its versions and its value. */
async function heldBy({ branchId, configuration }: Branch): Promise<Held> {
	const made = await configuration();
	const kept = await inside(branchId, (branch) => SECTION_IDS.map((id) => branch.section(id)));
	const entries = SECTION_IDS.map((id, at) => {
		const section = sectionOf(id);
		const { key = "", value = {} } = kept[at] ?? {};
		return [id, { key, value: section.kind === "live" ? section.of(made) : value }];
	});
	return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}

/** A hall with a customer at a counter and some who wait; `goOn` does something more in it. */
async function withCustomers({ branchId, stub }: Branch) {
	const [manager, teller] = [staff(branchId, "lobby-manager", "li-na"), staff(branchId, "closed-teller", "liu-yang")];
	const send = (command: object, by = manager) =>
		stub().execute({ commandId: newCommandId(), command: command as never }, by);
	const number = () => send({ type: "issue-ticket", services: ["cash"] });
	await send({ type: "open-counter", counterId: "1" }, teller);
	await number();
	await send({ type: "call-next", counterId: "1" }, teller);
	await send({ type: "issue-ticket", services: ["loan"], class: "mid" });
	return (random: SeededRandom) =>
		random.chance(0.5) ? number() : send({ type: "call-next", counterId: "1" }, teller);
}

/** Tells every branch in any order, doubled, with evictions around it and D1 failing now and then; at last each once more, with all in order. */
async function toldSomehow(branches: readonly Branch[], random: SeededRandom): Promise<void> {
	for (const { branchId, stub } of random.shuffle([...branches, random.pick(branches)])) {
		if (random.chance(0.4)) await evict(branchId);
		const mend = random.chance(0.3) ? breakMemory(random.pick(FAILURES)) : () => {};
		const tellings = Array.from({ length: random.chance(0.4) ? 2 : 1 }, () => stub().sectionsChanged());
		await Promise.allSettled(tellings);
		mend();
		if (random.chance(0.4)) await evict(branchId);
	}
	for (const { stub } of branches) await stub().sectionsChanged();
}

/** While `work` is done no branch can be reached, mostly. */
async function mostlyUnheard<Value>(random: SeededRandom, work: () => Promise<Value>): Promise<Value> {
	if (random.chance(0.3)) return work();
	const away = vi.spyOn(env.BRANCH, "getByName").mockImplementation(() => {
		throw new Error("the branch is away");
	});
	try {
		return await work();
	} finally {
		away.mockRestore();
	}
}

type Wish = { readonly nodeId: string; readonly section: SectionId; readonly change: (value: never) => object };

/** The first drafts of every run: what a customer in the hall stands on is taken away, then something that every branch takes. */
function firstWishes(nodeId: string): Wish[] {
	const withoutMid = (dispatch: DispatchPolicy) => ({
		...dispatch,
		classes: dispatch.classes.filter(({ id }) => id !== "mid"),
	});
	const sooner = (limits: BranchLimits) => ({ ...limits, returnGraceMs: limits.returnGraceMs + 60_000 });
	return [
		{ nodeId, section: "dispatch", change: withoutMid },
		{ nodeId, section: "limits", change: sooner },
	];
}

function randomWish(nodeId: string, random: SeededRandom): Wish {
	const seed = Math.floor(random.next() * 2 ** 31);
	const changes = fc.sample(change, { seed, numRuns: 1 + Math.floor(random.next() * 2) });
	return {
		nodeId,
		section: random.pick(SECTION_IDS),
		change: (value: object) => changes.reduce<unknown>(changed, value) as object,
	};
}

/** The draft approved, or null where it is refused before anything is published. */
async function approvedOrNot(wish: Wish): Promise<SectionVersion | null> {
	const draft = await drafted(wish);
	if (draft.status !== 200) return null;
	const path = `${wish.nodeId}/versions/${draft.body.version.versionId}`;
	const { version } = (await ask(DRAFTER, "POST", `${path}/check`)).body;
	const passed = await ask(SECOND, "POST", `${path}/approve`, { version: version.version });
	return passed.status === 200 ? passed.body.version : null;
}

/** Every section is wholly the version that the books name, or wholly what it was and said to be refused. Returns which are refused. */
async function wholeAt(branch: Branch, before: Held, first: Held): Promise<SectionId[]> {
	const held = await heldBy(branch);
	const { success } = BranchConfiguration.safeParse(await branch.configuration());
	expect(success).toBe(true);
	const refused: SectionId[] = [];
	for (const { section, key, value } of toldTo(await versionsOut(memoryOf(env.DB), branch.branchId), branch.branchId)) {
		if (held[section].key === key) {
			expect([section, held[section].value]).toEqual([section, value ?? first[section].value]);
			continue;
		}
		expect([section, held[section]]).toEqual([section, before[section]]);
		const row = env.DB.prepare("select state from section_branches where branch_id = ? and section_id = ?");
		expect(await row.bind(branch.branchId, section).first("state")).toBe("refused");
		refused.push(section);
	}
	return refused;
}

it("[CFG-11] random drafts at real branches: each holds one whole version of every section, tickets go on, and taking back restores the bytes", {
	timeout: 900_000,
}, async () => {
	const seed = seedOf("random sections");
	const random = seededRandom(seed);
	vi.spyOn(console, "error").mockImplementation(() => {});
	const { region, branches } = await aRegion(BRANCHES);
	const goOn = await Promise.all(branches.map(withCustomers));
	const first = await Promise.all(branches.map(heldBy));
	const sum = { refusedBefore: 0, taken: 0, refusedThere: 0, restored: 0 };
	const refusing: SectionId[][] = branches.map(() => []);
	const given = firstWishes(region);
	for (let turn = 0; turn < DRAFTS; turn++) {
		const wish = given[turn] ?? randomWish(random.chance(0.6) ? region : random.pick(branches).branchId, random);
		const { section } = wish;
		const before = await Promise.all(branches.map(heldBy));
		const wasRefusing = [...refusing];
		const settled = async (at: number): Promise<boolean> => {
			refusing[at] = await wholeAt(branches[at]!, before[at]!, first[at]!);
			return !refusing[at]?.includes(section);
		};
		const approved = await approvedOrNot(wish);
		if (approved === null) {
			sum.refusedBefore += 1;
			expect(await Promise.all(branches.map(heldBy))).toEqual(before);
			continue;
		}
		const out = await mostlyUnheard(random, () => publish(approved));
		await toldSomehow(branches, random);
		for (const more of goOn) await more(random);
		for (const at of branches.keys()) sum[(await settled(at)) ? "taken" : "refusedThere"] += 1;
		if (turn >= given.length && random.chance(0.4)) continue;
		expect((await mostlyUnheard(random, () => takeBack(out))).status).toBe(200);
		await toldSomehow(branches, random);
		for (const [at, branch] of branches.entries()) {
			if (!(await settled(at)) || wasRefusing[at]?.includes(section)) continue;
			const { value } = (await heldBy(branch))[section];
			expect(JSON.stringify(value)).toBe(JSON.stringify(before[at]?.[section].value));
			sum.restored += 1;
		}
	}
	for (const { branchId } of branches) await onlySections(branchId);
	console.log(`random sections: ${JSON.stringify(sum)}`);
	for (const each of [sum.taken, sum.refusedThere, sum.restored]) expect(each).toBeGreaterThan(0);
});

/** What took a section did so once, and did nothing to a ticket. */
async function onlySections(branchId: string): Promise<void> {
	const last = new Map<string, string>();
	for (const { events } of await commitsOf(branchId, MONDAY)) {
		const taken = events.filter((each) => each.type === "section-taken");
		if (taken.length === 0) continue;
		expect(taken).toHaveLength(1);
		expect(events.filter(({ type }) => type.startsWith("ticket"))).toEqual([]);
		for (const { section, key } of taken) {
			expect([section, key]).not.toEqual([section, last.get(section) ?? ""]);
			last.set(section, key);
		}
	}
}
