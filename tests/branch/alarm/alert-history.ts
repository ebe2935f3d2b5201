import type { Actor, Role } from "../../../schema/actor.ts";
import { HelpReason } from "../../../schema/hall/alert.ts";
import type { Command } from "../../../schema/hall/command.ts";
import { type SeededRandom, seededRandom } from "../../../simulation/seeded-random.ts";
import { aBranch, DAY_MS, kiosk, MONDAY_10, newCommandId, SECOND_MS, staff, type TestBranch } from "../a-branch.ts";
import { tokenOf } from "../door.ts";
import { breakMemory, type Failure } from "../failing-memory.ts";
import { collectionsOf, LiveClient } from "../live-client.ts";
import { AlertSender, canonical, commandOf, type Sending } from "./alert-sender.ts";

export const ALERTS_OF_EACH_KIND = 10;
const FAILURES: readonly Failure[] = ["rejects", "throws", "hangs", "loses the answer", "cannot write"];
/** Who has a page; of the tellers, who ask for help, nobody needs one. */
const PEOPLE: readonly (readonly [Role, string])[] = [
	["relationship-manager", "hu-yue"],
	["relationship-manager", "xu-na"],
	["relationship-manager", "ma-jun"],
	["lobby-manager", "li-na"],
	["branch-head", "zhang-wei"],
	["duty-supervisor", "he-ping"],
];
const TELLERS = ["liu-yang", "chen-jing", "zhao-min", "sun-lei"];
/** Shorter than any alert is kept: whatever is gone at the end was ended by somebody. */
const LASTS_MS = 9 * 60 * SECOND_MS;
/** So slow that a branch second outlasts the test, yet alarms are armed. */
const CRAWL = 1e-3;
const KEPT_MS = 3 * 365 * DAY_MS;
const SEALED = `AES256GCM.key.${"a".repeat(16)}.sealed`;

/** A branch whose alerts and offers many people answer at once, while it is evicted and D1 comes and goes. */
export class AlertHistory {
	readonly caseIds: string[] = [];
	readonly sender: AlertSender;
	readonly branch: TestBranch;
	readonly #random: SeededRandom;
	readonly #pages = new Map<string, LiveClient>();
	readonly #helps: string[] = [];
	readonly #offers: string[] = [];
	#asked = 0;
	#at = MONDAY_10;
	#isBroken = false;
	#mend = () => {};

	static async begin(seed: number): Promise<AlertHistory> {
		const branch = await aBranch();
		await branch.setTime(MONDAY_10, CRAWL);
		const { ticketId = "" } = await branch.done(kiosk(branch.branchId), { type: "issue-ticket", services: ["cash"] });
		await branch.done(staff(branch.branchId, "lobby-manager", "li-na"), { type: "cancel-ticket", ticketId });
		const history = new AlertHistory(branch, seed);
		for (const [role, staffId] of PEOPLE) await history.#openPage(role, staffId);
		return history;
	}

	private constructor(branch: TestBranch, seed: number) {
		this.branch = branch;
		this.#random = seededRandom(seed);
		this.sender = new AlertSender(branch, this.#random);
	}

	get isComplete(): boolean {
		return Math.min(this.caseIds.length, this.#asked) === ALERTS_OF_EACH_KIND;
	}

	async act(): Promise<void> {
		const dice = this.#random.next();
		if (dice < 0.12 && this.caseIds.length < ALERTS_OF_EACH_KIND) return this.#offer();
		if (dice < 0.24 && this.#asked < ALERTS_OF_EACH_KIND) return this.#ask();
		if (dice < 0.62) return this.#answer();
		if (dice < 0.69) return this.#change();
		if (dice < 0.77) return this.sender.repeat();
		if (dice < 0.83) return this.#sleep();
		if (dice < 0.89) return this.#breakOrMend();
		if (dice < 0.93) return this.#say();
		if (dice < 0.95) return this.#closeOrOpenPage();
		this.#at = Math.min(MONDAY_10 + LASTS_MS, this.#at + this.#random.between(1, 70) * SECOND_MS);
		await this.branch.setTime(this.#at, CRAWL);
	}

	/** Everybody takes everything at once, each twice: what nobody had is then somebody's. */
	async takeAll(): Promise<void> {
		const takers = PEOPLE.map(([role, staffId]) => this.#as(role, staffId));
		for (const alertId of this.#all()) {
			const sendings = takers.map((actor) => commandOf(actor, { type: "accept-alert", alertId }));
			await this.sender.atOnce(sendings);
		}
	}

	/** D1 works again. */
	mend(): void {
		this.#mend();
		this.#mend = () => {};
		this.#isBroken = false;
	}

	/** What waits for D1 is tried again as time goes on, which is years for it. */
	async moveOn(byMs: number): Promise<void> {
		this.#at += byMs;
		await this.branch.setTime(this.#at, CRAWL);
	}

	/** Every page has what a page opened now would have, and goes. */
	async closePages(): Promise<void> {
		for (const [staffId, page] of this.#pages) {
			const whole = collectionsOf(await page.fresh());
			if (page.gaps > 0 || canonical(whole) !== canonical(page.view))
				this.sender.faults.push(`the page of ${staffId} shows something else`);
			page.close();
		}
	}

	/** Everything the branch's head may know of alerts. */
	async standing() {
		const { offers } = await this.branch.stub().whoIsHere({ staffId: "zhang-wei", roles: ["branch-head"] });
		return offers;
	}

	/** A customer is here and is offered, by whoever met them; tapped twice. */
	async #offer(): Promise<void> {
		const { branchId } = this.branch;
		const caseId = `${branchId}_${String(this.caseIds.length + 1).padStart(24, "0")}`;
		this.caseIds.push(caseId);
		const keyId = `referral:${branchId}:${caseId}`;
		const named = { keyId, retention: "referral" as const, branchId, wrappingKeyId: "one" };
		const key = { ...named, wrapped: SEALED, createdAt: MONDAY_10, expiresAt: MONDAY_10 + KEPT_MS };
		const command = {
			...{ type: "move-case" as const, caseId, kind: "referral" as const, step: "open", version: 0, texts: [] },
			...{ stage: "offered", facts: { reasonCode: "large-cash" }, holds: ["name"], content: "c".repeat(43) },
		};
		const move = { commandId: newCommandId(), command };
		const sealed = { key, texts: {}, fields: { name: SEALED } };
		const actor = this.#random.chance(0.7)
			? this.#as("lobby-manager", "li-na")
			: this.#as("closed-teller", this.#random.pick(TELLERS));
		await this.sender.atOnce([{ actor, move, sealed }]);
		for (const { id } of await this.standing()) if (!this.#offers.includes(id)) this.#offers.push(id);
	}

	async #ask(): Promise<void> {
		this.#asked += 1;
		const reason = this.#random.pick(HelpReason.options);
		const actor = this.#as("closed-teller", this.#random.pick(TELLERS));
		const [answer] = await this.sender.atOnce([commandOf(actor, { type: "ask-for-help", reason })]);
		const alertId = answer?.status === "done" && "alertId" in answer ? answer.alertId : undefined;
		if (alertId !== undefined && !this.#helps.includes(alertId)) this.#helps.push(alertId);
	}

	/** One to three people answer an alert at the same moment, also one that is over. */
	async #answer(): Promise<void> {
		const all = this.#all();
		if (all.length === 0) return;
		const alertId = this.#random.pick(all);
		const people = this.#random.shuffle(PEOPLE).slice(0, 1 + Math.floor(this.#random.between(0, 3)));
		await this.sender.atOnce(people.map(([role, staffId]) => commandOf(this.#as(role, staffId), this.#verb(alertId))));
	}

	#verb(alertId: string): Command {
		const dice = this.#random.next();
		if (dice < 0.45) return { type: "accept-alert", alertId };
		if (dice < 0.7) return { type: "decline-alert", alertId, reason: "busy" };
		if (dice < 0.85) return { type: "end-alert", alertId };
		const to = this.#random.chance(0.3) ? { role: "branch-head" as const } : { staffId: this.#random.pick(PEOPLE)[1] };
		return { type: "pass-on-alert", alertId, to, reason: "busy" };
	}

	/** Two people change a record by what they read, sometimes a while ago, while its offer is answered. */
	async #change(): Promise<void> {
		if (this.caseIds.length === 0) return;
		const caseId = this.#random.pick(this.caseIds);
		const stored = await this.branch.stub().caseOf(caseId);
		const version = Math.max(1, (stored?.version ?? 1) - (this.#random.chance(0.3) ? 1 : 0));
		const change = (actor: Actor): Sending => ({
			actor,
			move: {
				commandId: newCommandId(),
				command: {
					...{ type: "move-case", caseId, kind: "referral", step: "change", version, texts: [] },
					...{ stage: "offered", drops: ["remarks"], content: "c".repeat(43) },
				},
			},
			sealed: { texts: {}, fields: { remarks: null } },
		});
		const two = [this.#as("lobby-manager", "li-na"), this.#as("branch-head", "zhang-wei")].map(change);
		const offer = (await this.standing()).find(({ where }) => where?.kind === "case" && where.caseId === caseId);
		const [role, staffId] = this.#random.pick(PEOPLE);
		const answers = await this.sender.atOnce([
			...two,
			...(offer === undefined ? [] : [commandOf(this.#as(role, staffId), this.#verb(offer.id))]),
		]);
		if (answers[0]?.status === "done" && answers[1]?.status === "done")
			this.sender.faults.push(`${caseId}: both moved version ${version}`);
	}

	/** Nothing else is going on: the branch is after its sleep as it was before. */
	async #sleep(): Promise<void> {
		const before = await this.#outside();
		await this.branch.evict();
		if ((await this.#outside()) !== before)
			this.sender.faults.push(`another branch woke up after ${this.sender.sent.size} commands`);
	}

	async #outside(): Promise<string> {
		const head = this.#pages.get("zhang-wei");
		// While D1 hangs every wait of this program ends at once.
		const view = head === undefined || this.#isBroken ? null : collectionsOf(await head.fresh());
		const status = await this.branch.stub().status();
		return canonical([view, await this.standing(), status.ok ? { ...status.value, at: 0 } : status]);
	}

	#breakOrMend(): void {
		this.mend();
		if (this.#random.chance(0.4)) return;
		this.#isBroken = true;
		this.#mend = breakMemory(this.#random.pick(FAILURES));
	}

	async #say(): Promise<void> {
		const [role, staffId] = this.#random.pick(PEOPLE.slice(0, 3));
		const status = this.#random.chance(0.4) ? "off-duty" : "on-duty";
		await this.sender.atOnce([commandOf(this.#as(role, staffId), { type: "set-presence", status })]);
	}

	async #closeOrOpenPage(): Promise<void> {
		const [role, staffId] = this.#random.pick(PEOPLE.slice(0, 3));
		const page = this.#pages.get(staffId);
		if (page === undefined) return this.#isBroken ? undefined : this.#openPage(role, staffId);
		page.close();
		this.#pages.delete(staffId);
	}

	async #openPage(role: Role, staffId: string): Promise<void> {
		const { branchId } = this.branch;
		const credential = `token.${await tokenOf(staff(branchId, role, staffId))}`;
		this.#pages.set(staffId, await LiveClient.open({ branchId, audience: "staff", credential }));
	}

	#all(): string[] {
		return [...this.#offers, ...this.#helps];
	}

	#as(role: Role, staffId: string): Actor {
		return staff(this.branch.branchId, role, staffId);
	}
}
