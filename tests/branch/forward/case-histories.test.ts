import { afterEach, describe, it } from "vitest";
import type { Actor } from "../../../schema/actor.ts";
import type { CaseRequest, SealedTexts, StoredCase } from "../../../schema/customer/case.ts";
import { seededRandom } from "../../../simulation/seeded-random.ts";
import type { CaseAnswer } from "../../../worker/domain/case/commit.ts";
import { inMemory } from "../../api/a-case.ts";
import { count } from "../../counts.ts";
import {
	aBranch,
	commitsOf,
	HOUR_MS,
	MINUTE_MS,
	MONDAY_10,
	newCommandId,
	staff,
	type TestBranch,
} from "../a-branch.ts";
import { breakMemory, type Failure } from "../failing-memory.ts";

const CASES_PER_BRANCH = 10;
const BRANCHES = count(10, 100);
const ACTIONS = 70;
const FIRST_SEED = 93_115;
const FAILURES: readonly Failure[] = ["rejects", "throws", "hangs", "loses the answer", "cannot write"];
const ADVISER = "hu-yue";
const OWNERS = ["li-na", "zhang-wei", "liu-yang"] as const;
/** Longer than any history. */
const KEPT_MS = 3 * 365 * 24 * HOUR_MS;
const SEALED = `AES256GCM.key.${"a".repeat(16)}.sealed`;

let mend = () => {};
afterEach(() => mend());

type Sending = { readonly request: CaseRequest; readonly sealed: SealedTexts; readonly actor: Actor };
type Sent = Sending & { readonly answer: CaseAnswer };

/** Every second one is a referral. */
const kindOf = (caseId: string) => (Number(caseId.slice(-3)) % 2 === 0 ? ("referral" as const) : ("problem" as const));

/** A branch whose cases several people move at once, while it is evicted and D1 comes and goes. */
class History {
	readonly branch: TestBranch;
	/** What must have been done to each case: its steps, the opening first. */
	readonly done = new Map<string, string[]>();
	readonly faults: string[] = [];
	readonly #random: () => number;
	readonly #sent: Sent[] = [];
	#at = MONDAY_10;

	constructor(branch: TestBranch, seed: number) {
		this.branch = branch;
		const { next } = seededRandom(seed);
		this.#random = next;
	}

	async act(): Promise<void> {
		const dice = this.#random();
		if (this.done.size < CASES_PER_BRANCH && dice < 0.3) return this.#open();
		if (dice < 0.6) return this.#race();
		if (dice < 0.75) return this.#repeat();
		if (dice < 0.85) return this.branch.evict();
		if (dice < 0.93) return this.#breakOrMend();
		this.#at += Math.floor(this.#random() * 90) * MINUTE_MS;
		await this.branch.setTime(this.#at, 1e-3);
	}

	async #open(): Promise<void> {
		const { branchId } = this.branch;
		const caseId = `${branchId}_${String(this.done.size + 1).padStart(24, "0")}`;
		const isReferral = kindOf(caseId) === "referral";
		const retention = isReferral ? ("referral" as const) : ("case" as const);
		const named = { keyId: `${retention}:${branchId}:${caseId}`, retention, branchId, wrappingKeyId: "one" };
		const key = { ...named, wrapped: SEALED, createdAt: MONDAY_10, expiresAt: MONDAY_10 + KEPT_MS };
		const asked = isReferral
			? { ownerId: ADVISER, stage: "offered", facts: { reasonCode: "large-cash" }, holds: ["name"] }
			: { ownerId: this.#one(OWNERS) };
		const command = { ...this.#command(caseId, "open", 0, isReferral ? [] : ["what"]), ...asked };
		const request = { commandId: newCommandId(), command };
		const brought: SealedTexts = isReferral ? { texts: {}, fields: { name: SEALED } } : { texts: { "what.1": SEALED } };
		// Tapped twice: the same command, on its way at the same time.
		const sending = { request, sealed: { key, ...brought }, actor: this.#somebody() };
		const answers = await Promise.all([this.#send(sending), this.#send(sending)]);
		if (JSON.stringify(answers[0]) !== JSON.stringify(answers[1]))
			this.faults.push(`${caseId} was answered in two ways`);
		this.#note(sending, answers[0]);
	}

	/** One or two people move a case, sometimes by what they read a while ago. */
	async #race(): Promise<void> {
		const [caseId, steps] = this.#one([...this.done]) ?? [];
		if (caseId === undefined || steps === undefined) return;
		const version = Math.max(1, steps.length - (this.#random() < 0.2 ? 1 : 0));
		const sendings = [this.#step(caseId, version), this.#step(caseId, version)].slice(0, this.#random() < 0.5 ? 1 : 2);
		const answers = await Promise.all(sendings.map((each) => this.#send(each)));
		if (answers.filter(({ status }) => status === "done").length > 1)
			this.faults.push(`${caseId}: both moved version ${version}`);
		for (const [index, answer] of answers.entries()) this.#note(sendings[index] as Sending, answer);
	}

	#step(caseId: string, version: number): Sending {
		return kindOf(caseId) === "referral" ? this.#ofReferral(caseId, version) : this.#ofProblem(caseId, version);
	}

	/** What is over by its outcome is taken up again by a change, also after it has left its branch. */
	#ofReferral(caseId: string, version: number): Sending {
		const step = this.#one(["change", "change", "sign", "outcome"] as const);
		const asked = {
			change: { stage: this.#one(["introduced", "to_follow_up"] as const), drops: ["remarks"] },
			sign: { stage: "introduced" },
			outcome: this.#one([
				{ stage: "concluded", holds: ["outcome"] },
				{ stage: "not_interested", drops: ["outcome"] },
				{ stage: "to_follow_up", drops: ["outcome"] },
			]),
		}[step];
		const adviser = staff(this.branch.branchId, "relationship-manager", ADVISER);
		const actor = step === "change" ? this.#somebody() : adviser;
		const command = { ...this.#command(caseId, step, version, []), ...asked };
		return { request: { commandId: newCommandId(), command }, sealed: { texts: {}, fields: { remarks: null } }, actor };
	}

	#ofProblem(caseId: string, version: number): Sending {
		const step = this.#one(["hand-over", "carry-over", "carry-over", "solve", "drop"] as const);
		const texts = { "hand-over": [], "carry-over": ["why"], solve: ["result"], drop: ["why"] }[step];
		const more = {
			...(step === "hand-over" ? { ownerId: this.#one(OWNERS) } : {}),
			...(step === "carry-over" ? { dueAt: this.#at + Math.ceil(this.#random() * 300) * MINUTE_MS } : {}),
		};
		const command = { ...this.#command(caseId, step, version, texts), ...more };
		const sealed = { texts: Object.fromEntries(texts.map((text) => [`${text}.${version + 1}`, SEALED])) };
		return { request: { commandId: newCommandId(), command }, sealed, actor: this.#somebody() };
	}

	/** What was sent before comes again: it gets the answer it had, or none of what it asks for is done twice. */
	async #repeat(): Promise<void> {
		const before = this.#one(this.#sent);
		if (before === undefined) return;
		const answer = await this.#send(before);
		if (JSON.stringify(answer) !== JSON.stringify(before.answer))
			this.faults.push(`${before.request.commandId} was answered anew`);
	}

	#breakOrMend(): void {
		mend();
		mend = this.#random() < 0.5 ? () => {} : breakMemory(this.#one(FAILURES));
	}

	#note(sending: Sending, answer: CaseAnswer): void {
		this.#sent.push({ ...sending, answer });
		if (answer.status !== "done") return;
		const { caseId, step } = sending.request.command;
		const steps = [...(this.done.get(caseId) ?? []), step];
		if (answer.version !== steps.length)
			this.faults.push(`${caseId}: version ${answer.version} after ${steps.length} steps`);
		this.done.set(caseId, steps);
	}

	async #send({ request, sealed, actor }: Sending): Promise<CaseAnswer> {
		return await this.branch.stub().moveCase(request, sealed, actor);
	}

	#command(caseId: string, step: string, version: number, texts: string[]) {
		return {
			type: "move-case" as const,
			caseId,
			kind: kindOf(caseId),
			step,
			version,
			texts,
			content: "c".repeat(43),
		};
	}

	#somebody(): Actor {
		return this.#one([
			staff(this.branch.branchId, "lobby-manager", "li-na"),
			staff(this.branch.branchId, "branch-head", "zhang-wei"),
		]);
	}

	#one<Each>(of: readonly Each[]): Each {
		return of[Math.floor(this.#random() * of.length)] as Each;
	}

	/** Everything works again; what hung is given up after ten seconds, and what waits is tried again as time goes on. */
	async end(): Promise<void> {
		mend();
		mend = () => {};
		for (let tries = 0; tries < 80 && !(await this.#isInStep()); tries++) {
			this.#at += HOUR_MS;
			await this.branch.setTime(this.#at, 1e-3);
			await scheduler.wait(tries < 20 ? 50 : 500);
		}
	}

	async #isInStep(): Promise<boolean> {
		const { branchId } = this.branch;
		const caseIds = [...this.done.keys()];
		const rows = await Promise.all(caseIds.map((caseId) => inMemory(branchId, caseId)));
		// To be told that a case is due is no step, and comes to D1 all the same; what is over has left, once D1's answer was heard.
		const here = await Promise.all(caseIds.map((caseId) => this.branch.stub().caseOf(caseId)));
		const lengths = [...this.done.values()].map((steps) => steps.length);
		return rows.every((row, index) => {
			if (row === null || row.version !== lengths[index]) return false;
			return row.closedAt === null ? here[index]?.revision === row.revision : here[index] === null;
		});
	}
}

/** Each step is one event, in order; nobody was told twice of the same. */
async function faultsOfCommits({ branch, done }: History): Promise<string[]> {
	const faults: string[] = [];
	const versions = new Map<string, number>();
	const told = new Map<string, number>();
	const standing = new Map<string, string>();
	for (const { events } of await commitsOf(branch.branchId, "before")) {
		for (const event of events) {
			if (event.type === "case-moved") {
				if (event.version !== (versions.get(event.caseId) ?? 0) + 1)
					faults.push(`${event.caseId}: ${event.version} out of turn`);
				versions.set(event.caseId, event.version);
				const now = `${event.ownerId} ${event.dueAt}`;
				if (standing.get(event.caseId) !== now) told.set(event.caseId, 0);
				standing.set(event.caseId, now);
			}
			if (event.type === "case-due") {
				const times = told.get(event.caseId) ?? 0;
				if (event.escalated !== (times === 1) || times > 1) faults.push(`${event.caseId}: told ${times + 1} times`);
				told.set(event.caseId, times + 1);
			}
		}
	}
	for (const [caseId, steps] of done)
		if (versions.get(caseId) !== steps.length) faults.push(`${caseId}: its commits are others`);
	return faults;
}

describe("cases that several people move while D1 and the branch come and go", () => {
	for (let seed = FIRST_SEED; seed < FIRST_SEED + BRANCHES; seed++) {
		it(`[CASE-4] [CASE-2] [CASE-5] end in D1 as in their branch, no step lost or doubled: seed ${seed}`, {
			timeout: 60_000,
		}, async ({ expect }) => {
			const history = new History(await aBranch(), seed);
			for (let action = 0; action < ACTIONS || history.done.size < CASES_PER_BRANCH; action++) await history.act();
			await history.end();
			expect(history.faults).toEqual([]);
			expect(await faultsOfCommits(history)).toEqual([]);
			for (const [caseId, steps] of history.done) {
				const there = (await inMemory(history.branch.branchId, caseId)) as StoredCase;
				expect(there.steps.map(({ step }) => step)).toEqual(steps);
				const here = await history.branch.stub().caseOf(caseId);
				expect(here, caseId).toEqual(there.closedAt === null ? there : null);
			}
		});
	}
});
