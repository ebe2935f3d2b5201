import type { Someone } from "../../rules/told.ts";
import type { Actor } from "../../schema/actor.ts";
import type { CaseRequest, RewrappedCase, SealedTexts, StoredCase } from "../../schema/customer/case.ts";
import type { WentOn } from "../../schema/endpoint/restore-endpoints.ts";
import type { BranchPerson } from "../../schema/hall/branch-person.ts";
import type { Command, CommandRequest } from "../../schema/hall/command.ts";
import type { Answer, BranchEvent, Commit } from "../../schema/hall/event.ts";
import { COMMIT_KEEP_DAYS, SET_BACK_WITHIN_MS } from "../../schema/limits.ts";
import type { ClockBody } from "../../schema/people/demo.ts";
import { Alarm } from "../alarm/alarm.ts";
import { answerOfMove, type CaseAnswer } from "../domain/case/commit.ts";
import { type Asked, answerOf, commitFor, commitOf, isRepeatOf, seqOfRecent } from "../domain/commit/commit.ts";
import { nextDueAt } from "../domain/commit/due.ts";
import { evolve } from "../domain/commit/evolve.ts";
import { setBackCommit, todayOf } from "../domain/commit/set-back.ts";
import type { ToldSection } from "../domain/commit/take-section.ts";
import { toldTo } from "../domain/configuration/chosen.ts";
import { type BranchState, initialState } from "../domain/hall/branch-state.ts";
import type { Recognised } from "../domain/hall/decision.ts";
import { arrivalTold } from "../domain/offer/arrival.ts";
import { departureTold } from "../domain/offer/departure.ts";
import { offersTold } from "../domain/offer/follow-offer.ts";
import type { Env } from "../platform/env.ts";
import { attempt } from "../records/attempt.ts";
import { issuedOn } from "../records/bank/branch.ts";
import { rememberSaid } from "../records/configuration/section-branch.ts";
import { versionsOut } from "../records/configuration/section-version.ts";
import { memoryOf } from "../records/memory.ts";
import { peopleAt } from "../records/people/branch-person.ts";
import { BookNotice, BookRegister } from "./book-register.ts";
import { CaseDesk } from "./case/case-desk.ts";
import { CaseTable } from "./case/case-table.ts";
import type { CaseTelling } from "./case/case-telling.ts";
import { SectionDesk } from "./configuration/section-desk.ts";
import { Forwarder } from "./forward/forwarder.ts";
import { ledgerPort } from "./forward/ledger-port.ts";
import { NO_PROGRESS, Progress } from "./forward/progress.ts";
import { incomingOf } from "./incoming.ts";
import type { Beside } from "./log/beside.ts";
import { BranchClock, ClockSetting } from "./log/branch-clock.ts";
import { CommitLog } from "./log/commit-log.ts";
import { Foundation } from "./log/foundation.ts";
import { MEMO_SLOT } from "./log/memo.ts";
import { type Messenger, messengerOf } from "./messenger.ts";
import { BranchMetrics } from "./metrics.ts";
import { QuoteDesk } from "./quote-desk.ts";
import { isNameOfBefore, ReferralTakeOver } from "./referral-take-over.ts";
import type { Change } from "./socket/sockets.ts";

export type WriterPorts = {
	/** Called when a commit is remembered, in the same turn. */
	readonly tell: (change: Change) => void;
	/** What head office sees has changed without a commit. */
	readonly tellStatus: () => void;
	/** Who is on duty: whose page is open and has been heard of lately. */
	readonly present: () => readonly Someone[];
	/** Called with news of a case, for those alone whom it concerns. */
	readonly tellOfCase: (telling: CaseTelling) => void;
};

type Refused = Extract<Answer, { status: "refused" }>;

/** Commands that may ring somebody: only for these is the platform asked who is there. */
const RINGS: ReadonlySet<Command["type"]> = new Set([
	"ask-for-help",
	"accept-alert",
	"pass-on-alert",
	"decline-alert",
	"set-presence",
	"tick",
]);
/** Commands from which something may follow for a case. */
const FOLLOWED: ReadonlySet<Command["type"]> = new Set(["accept-alert", "end-alert"]);
/** More than can become due at once: what is still due then waits for the alarm. */
const DUE_AT_ONCE_MAX = 4;

/** The single writer of a branch's day: decides by the domain's rules, then remembers, then tells. */
export class BranchWriter {
	readonly log: CommitLog;
	readonly #branchId: string;
	readonly #context: DurableObjectState;
	readonly #env: Env;
	readonly #ports: WriterPorts;
	readonly #foundation: Foundation;
	readonly #cases: CaseTable;
	readonly #desk: CaseDesk;
	readonly #forwarder: Forwarder;
	readonly #staff: BookRegister<readonly BranchPerson[]>;
	readonly #sections: BookRegister<readonly ToldSection[]>;
	readonly #sectionDesk: SectionDesk;
	readonly #alarm: Alarm;
	readonly #metrics: BranchMetrics;
	readonly #quotes: QuoteDesk;
	readonly #messenger: Messenger | null;
	/** The last commit there was when this object woke: what a set-back has left. */
	readonly #wokeAtSeq: number;
	#clock: BranchClock;
	#state: BranchState;
	#due: { readonly state: BranchState; readonly at: number | null } | null = null;

	constructor(context: DurableObjectState, env: Env, ports: WriterPorts) {
		this.#context = context;
		this.#quotes = new QuoteDesk(
			() => this.#state,
			(work) => context.waitUntil(work),
		);
		this.#env = env;
		this.#ports = ports;
		this.#branchId = context.id.name ?? "";
		this.#metrics = new BranchMetrics(env.METRICS, this.#branchId);
		this.#messenger = messengerOf(env, {
			state: () => this.#state,
			now: () => this.#clock.now(),
			present: ports.present,
			waitUntil: (work) => context.waitUntil(work),
		});
		this.#foundation = new Foundation(context.storage);
		const { founded } = this.#foundation;
		this.log = new CommitLog(context.storage);
		this.#cases = new CaseTable(context.storage, () => this.#foundation.founded);
		this.#state = founded ? this.log.load(this.#branchId) : initialState(this.#branchId);
		this.#wokeAtSeq = this.#state.seq;
		this.#clock = new BranchClock(this.#foundation.read(MEMO_SLOT.clock, ClockSetting));
		this.#alarm = new Alarm(context.storage, `branch ${this.#branchId}`);
		this.#forwarder = this.#newForwarder();
		this.#staff = this.#newStaffRegister();
		this.#sectionDesk = this.#newSectionDesk();
		this.#sections = this.#newSectionRegister();
		this.#desk = this.#newCaseDesk();
		context.blockConcurrencyWhile(async () => this.#alarm.wake(await context.storage.getAlarm(), this.#dueReally()));
	}

	get branchId(): string {
		return this.#branchId;
	}

	get state(): BranchState {
		return this.#state;
	}

	get cases(): Pick<CaseTable, "find" | "open"> {
		return this.#cases;
	}

	get clock(): BranchClock {
		return this.#clock;
	}

	get epoch(): number {
		return this.#foundation.epoch;
	}

	/** How many days or records the bank's memory would not take. */
	get parked(): number {
		return this.#forwarder.progress.parked.length;
	}

	/** Runs one command; a repeat of a recent id gets its first answer and changes nothing. */
	execute(request: CommandRequest, actor: Actor): Answer {
		const answer = this.#executed(request, actor);
		this.#metrics.command(request.command.type, actor, answer);
		return answer;
	}

	#executed(request: CommandRequest, actor: Actor): Answer {
		const seen = seqOfRecent(this.#state, request.commandId);
		if (seen !== null) return this.#repeat(seen, request, actor);
		this.#catchUp();
		const incoming = incomingOf(this.#env, this.#branchId, request, actor, this.#clock.now());
		const present = RINGS.has(request.command.type) ? this.#ports.present() : undefined;
		const quotes = this.#quotes.ready(this.#state);
		const made = commitFor(this.#state, { ...incoming, present, openCases: () => this.#cases.counts, quotes });
		if ("status" in made) return made;
		if (!FOLLOWED.has(request.command.type)) this.#commit(made);
		else {
			const { commit, beside, tell } = this.#desk.followed(made);
			this.#commit(commit, beside);
			tell();
		}
		if (request.command.type === "finish-service") {
			this.#tellSilently("departed", departureTold(this.#state, made), made.at);
		}
		return answerOf(made);
	}

	/** Somebody was recognised here: who should know is told, silently. */
	arrived(customer: Recognised): void {
		if (this.#state.configuration === null || customer.reference === null) return;
		this.#catchUp();
		const now = Math.max(this.#clock.now(), this.#state.lastAt);
		const lastManager = this.#cases.lastManagerOf("referral", customer.reference);
		this.#tellSilently("arrived", arrivalTold(this.#state, customer, lastManager, now), now);
	}

	/** What follows from something that nobody asked for; nothing to tell makes no commit. */
	#tellSilently(type: "arrived" | "departed", events: readonly BranchEvent[], now: number): void {
		if (events.length === 0) return;
		const request = { commandId: `${type}-${this.#state.seq + 1}-${Date.now()}`, command: { type } };
		const made = commitOf(this.#state, { request, actor: { kind: "system" } }, now, { events });
		if (!("status" in made)) this.#commit(made, null);
	}

	/** One step of a case, its texts sealed by the door: the commit and the case's row, both or neither. */
	moveCase(request: CaseRequest, sealed: SealedTexts, actor: Actor, elsewhere: StoredCase | null): CaseAnswer {
		const made = this.#moved(request, sealed, actor, elsewhere);
		this.#metrics.command(request.command.type, actor, "status" in made ? made : answerOf(made));
		return answerOfMove(made);
	}

	#moved(request: CaseRequest, sealed: SealedTexts, actor: Actor, elsewhere: StoredCase | null): Commit | Refused {
		const seen = seqOfRecent(this.#state, request.commandId);
		if (seen !== null) return this.#first(seen, request, actor);
		this.#catchUp();
		return this.#desk.move(request, sealed, actor, elsewhere);
	}

	/** A case's texts are gone for good here; false: it is known neither here nor to D1. */
	eraseCase(caseId: string, actor: Actor, elsewhere: StoredCase | null): boolean {
		return this.#foundation.founded && this.#desk.erase(caseId, actor, elsewhere);
	}

	/** Resolves once D1 has the cases that wait here, or has been tried. */
	bringCases(): Promise<void> {
		return this.#forwarder.bringLines();
	}

	/** Keys of cases in another wrapping. */
	rewrapCases(fresh: readonly RewrappedCase[]): void {
		if (!this.#foundation.founded) return;
		this.#store(() => {
			for (const { caseId, ...wrapping } of fresh) this.#cases.rewrap(caseId, wrapping);
		});
	}

	/** The bank's books on the people of this branch change, or just have. */
	staffChanged(): Promise<void> {
		return this.#staff.announced();
	}

	/** Something is published for this branch, or just has been. Nothing to do where nothing is stored. */
	async sectionsChanged(): Promise<void> {
		if (this.#foundation.founded) await this.#sections.announced();
	}

	get sections(): Pick<SectionDesk, "refusalOf" | "contentOf"> {
		return this.#sectionDesk;
	}

	/** A clock is never set before what the branch has already seen. */
	setClock(body: ClockBody): void {
		const realAt = Date.now();
		const setting: ClockSetting = {
			at: body.kind === "real" ? realAt : Math.max(body.at, this.#state.lastAt),
			realAt,
			speed: body.kind === "real" ? 1 : body.speed,
			setAtSeq: this.#state.seq,
		};
		this.#store(() => this.#foundation.write(MEMO_SLOT.clock, setting));
		this.#clock = new BranchClock(setting);
		this.#catchUp();
		this.#alarm.reset(this.#dueReally());
	}

	/** The storage was set back to an earlier moment: the branch goes on from there, and what was known of the rest counts no more. */
	async setBack(): Promise<WentOn> {
		const issued = await this.#issuedToday();
		this.#catchUp();
		const lost = { seq: this.#wokeAtSeq, isOnRecord: false };
		const commit = setBackCommit(this.#state, { now: this.#clock.now(), issued });
		const { progress } = this.#forwarder;
		const change = this.#remember(commit, null, (epoch) => {
			this.#foundation.write(MEMO_SLOT.forward, { ...progress, setBack: { ...lost, epoch } });
		});
		const { epoch } = this;
		this.#forwarder.setBack({ ...progress, setBack: { ...lost, epoch } });
		this.#ports.tell(change);
		this.#context.waitUntil(Promise.all([this.#forwarder.sendAgain(), this.#sections.announced()]));
		return { epoch, seq: this.#wokeAtSeq, numbersFrom: this.#state.numbers?.from ?? null };
	}

	/** Tickets of today by the bank's memory; null: it knows of none, or cannot be asked. */
	async #issuedToday(): Promise<number | null> {
		const today = todayOf(this.#state, this.#clock.now());
		let issued: number | null = null;
		if (today !== null) {
			await attempt(async () => {
				issued = await issuedOn(memoryOf(this.#env.DB), this.#branchId, today);
			});
		}
		return issued;
	}

	/** What has become due: the day's end, questions to the bank's books, what the bank's memory has not got. */
	async alarm(): Promise<void> {
		this.#alarm.fired();
		this.#catchUp();
		for (const books of [this.#staff, this.#sections]) {
			if (books.dueAt !== null && books.dueAt <= Date.now()) await books.askAgain();
		}
		const sendAt = this.#forwarder.dueAt(this.#state);
		if (sendAt !== null && sendAt <= this.#clock.now()) await this.#forwarder.drain();
		this.#alarm.rearm(this.#dueReally());
	}

	/** Somebody looks at what the bank's memory says of this branch; true when that is all there is. */
	bringUpToDate(): Promise<boolean> {
		return this.#forwarder.bringUpToDate();
	}

	/** The bank's memory was set back: all that it may have lost goes there again. Nothing to do where nothing is stored. */
	async sendAgain(): Promise<void> {
		if (this.#foundation.founded) await this.#forwarder.sendAgain();
	}

	#newForwarder(): Forwarder {
		const ports = {
			log: this.log,
			lines: [this.#cases],
			takeOver: this.#newTakeOver(),
			memory: memoryOf(this.#env.DB),
			ledger: ledgerPort(this.#env, this.#branchId),
			state: () => this.#state,
			epoch: () => this.epoch,
			now: () => this.#clock.now(),
			keep: (progress: Progress, before: Progress) => this.#keepProgress(progress, before),
			jitter: () => Math.random(),
		};
		const progress = this.#foundation.read(MEMO_SLOT.forward, Progress) ?? NO_PROGRESS;
		const parked = progress.parked.filter(({ businessDay }) => !isNameOfBefore(businessDay));
		return new Forwarder(ports, { ...progress, parked });
	}

	#newTakeOver(): ReferralTakeOver {
		return new ReferralTakeOver({
			storage: this.#context.storage,
			foundation: this.#foundation,
			branchId: this.#branchId,
			takeIn: (found) => this.#desk.takeIn(found),
			putCopy: (stored, leftAt) => this.#cases.putCopy(stored, leftAt),
			store: (write) => this.#storeCases(write),
		});
	}

	#newStaffRegister(): BookRegister<readonly BranchPerson[]> {
		const ports = {
			ask: () => peopleAt(memoryOf(this.#env.DB), this.#branchId),
			change: (people: readonly BranchPerson[]) => {
				this.#catchUp();
				this.#byItself("staff", { type: "change-staff", people: [...people] });
				this.#desk.takeOver(people);
			},
			keep: (notice: BookNotice | null) => this.#keepNotice(MEMO_SLOT.staff, notice),
			jitter: () => Math.random(),
		};
		return new BookRegister<readonly BranchPerson[]>(ports, this.#foundation.read(MEMO_SLOT.staff, BookNotice));
	}

	#newSectionDesk(): SectionDesk {
		return new SectionDesk({
			sql: this.#context.storage.sql,
			founded: () => this.#foundation.founded,
			state: () => this.#state,
			now: () => this.#clock.now(),
			commit: (commit, beside) => this.#commit(commit, beside),
		});
	}

	#newSectionRegister(): BookRegister<readonly ToldSection[]> {
		const memory = memoryOf(this.#env.DB);
		const ports = {
			ask: async () => toldTo(await versionsOut(memory, this.#branchId), this.#branchId),
			change: async (told: readonly ToldSection[]) => {
				this.#catchUp();
				const said = this.#sectionDesk.take(told);
				await rememberSaid(memory, said, Date.now());
				const inUse = said.find(({ code }) => code === "configuration-in-use");
				if (inUse !== undefined) throw new Error(`${inUse.section} is in use: ${inUse.detail}`);
			},
			keep: (notice: BookNotice | null) => this.#keepNotice(MEMO_SLOT.sections, notice),
			jitter: () => Math.random(),
		};
		return new BookRegister<readonly ToldSection[]>(ports, this.#foundation.read(MEMO_SLOT.sections, BookNotice));
	}

	#newCaseDesk(): CaseDesk {
		return new CaseDesk({
			table: this.#cases,
			state: () => this.#state,
			now: () => this.#clock.now(),
			contentOf: (section) => this.#sectionDesk.contentOf(section),
			commit: (commit, beside) => this.#commit(commit, beside),
			store: (beside) => this.#storeRows(beside),
			tell: this.#ports.tellOfCase,
			present: this.#ports.present,
		});
	}

	/** Does what has become due, before anything else is decided. */
	#catchUp(): void {
		// A branch that is open at midnight ends one day and begins the next.
		for (let turn = 0; turn < DUE_AT_ONCE_MAX; turn++) {
			const dueAt = this.#nextDueAt(this.#state);
			if (dueAt === null || dueAt > this.#clock.now()) break;
			this.#byItself("tick", { type: "tick" });
		}
		for (let turn = 0; turn < DUE_AT_ONCE_MAX; turn++) if (!this.#desk.doWhatIsDue()) break;
	}

	/** A command of the branch's own; without anything to do there is no commit. */
	#byItself(name: string, command: Command): void {
		const request: CommandRequest = { commandId: `${name}-${this.#state.seq + 1}-${Date.now()}`, command };
		const present = RINGS.has(command.type) ? this.#ports.present() : undefined;
		const system = { kind: "system" } as const;
		const openCases = () => this.#cases.counts;
		const quotes = this.#quotes.ready(this.#state);
		const incoming = { request, actor: system, now: this.#clock.now(), link: "", present, openCases, quotes };
		const made = commitFor(this.#state, incoming);
		if ("seq" in made && made.events.length > 0) this.#commit(made);
	}

	/** Remember, then tell. What throws in here leaves the branch exactly as it was. */
	#commit(commit: Commit, beside: Beside | null = null): void {
		const change = this.#remember(commit, beside);
		const { before, after } = change;
		this.#ports.tell(change);
		for (const { staffIds, roles, ...about } of offersTold(change)) {
			const frame = { type: "case" as const, news: "offered" as const, kind: "referral" as const, ...about };
			this.#ports.tellOfCase({ staffIds, roles, frame });
		}
		this.#messenger?.follow(change);
		this.#metrics.wait(before, after);
		this.#quotes.follow(after);
		const sending = this.#forwarder.follow(before, after, beside !== null);
		const closed = before.day?.status === "open" && after.day?.status === "closed";
		if (closed) this.#context.waitUntil(this.#tidyUp(sending));
		else if (sending !== null) this.#context.waitUntil(sending);
	}

	/** Writes a commit and what belongs to it, all or nothing; with `anew`, which is called inside, under a new epoch. */
	#remember(commit: Commit, beside: Beside | null, anew?: (epoch: number) => void): Change {
		const before = this.#state;
		const after = evolve(before, commit);
		const dueAt = this.#dueReally(after, beside);
		const write = () => {
			const written = this.log.append(commit, after);
			beside?.store();
			this.#alarm.setEarlier(dueAt);
			return written;
		};
		// Mostly a commit is one row and nothing else, and a statement is a transaction by itself.
		const isOneRow = beside === null && anew === undefined && this.log.isOneRow(after) && this.#alarm.isArmedFor(dueAt);
		this.log.remembered(isOneRow ? write() : this.#store(write, anew));
		beside?.stored();
		this.#state = after;
		return { before, after, commit, parked: this.parked };
	}

	/** Writes in one transaction; a failure leaves storage, alarm and memory as they were. */
	#store<Written>(write: () => Written, anew?: (epoch: number) => void): Written {
		try {
			return anew === undefined ? this.#foundation.store(write) : this.#foundation.storeAnew(write, anew);
		} catch (error) {
			this.#alarm.forget();
			throw error;
		}
	}

	/** Writes rows of cases that another than the desk makes. */
	#storeCases(write: () => void): void {
		const recounted = this.#store(() => {
			write();
			return this.#cases.recount();
		});
		recounted();
	}

	/** Writes rows of cases without a commit, and sends them. */
	#storeRows(beside: Beside): void {
		this.#store(() => {
			beside.store();
			this.#alarm.setEarlier(this.#dueReally(this.#state, beside));
		});
		beside.stored();
		this.#context.waitUntil(this.#forwarder.drain());
	}

	/** After a day has closed and been sent. What fails here is made good at the next closing. */
	async #tidyUp(sending: Promise<void> | null): Promise<void> {
		try {
			await sending;
			await this.#forwarder.retryParked();
			this.log.dropOldDays(COMMIT_KEEP_DAYS, this.#forwarder.progress.seq);
			this.#cases.dropCopies({ leftBefore: Date.now() - SET_BACK_WITHIN_MS, now: Date.now() });
		} catch (error) {
			console.error(JSON.stringify({ message: "tidying up failed", branchId: this.#branchId, error: String(error) }));
		}
	}

	#repeat(seq: number, request: Asked, actor: Actor): Answer {
		const first = this.#first(seq, request, actor);
		return "status" in first ? first : answerOf(first);
	}

	/** The commit that a command sent again led to. */
	#first(seq: number, request: Asked, actor: Actor): Commit | Refused {
		const first = this.log.commitAt(seq);
		const same = first !== null && isRepeatOf(first, request, actor);
		return same ? first : { status: "refused", code: "command-id-reused" };
	}

	#keepProgress(progress: Progress, before: Progress): void {
		this.#foundation.write(MEMO_SLOT.forward, progress);
		this.#alarm.setEarlier(this.#dueReally());
		// It is part of what head office sees and of no commit, so no patch would tell it.
		if (progress.parked.length === before.parked.length) return;
		this.#metrics.parked(progress.parked.length, progress.parked.at(-1)?.why ?? "");
		this.#ports.tellStatus();
	}

	#keepNotice(slot: number, notice: BookNotice | null): void {
		this.#store(() => {
			this.#foundation.write(slot, notice);
			this.#alarm.setEarlier(notice?.askAt ?? null);
		});
	}

	/** A state never changes: what is due after one command is what the next one asks for first. */
	#nextDueAt(state: BranchState): number | null {
		if (this.#due?.state !== state) this.#due = { state, at: nextDueAt(state) };
		return this.#due.at;
	}

	/** Wall-clock time of the next thing to do in a state; null: nothing. */
	#dueReally(state: BranchState = this.#state, beside: Beside | null = null): number | null {
		const sendAt = this.#forwarder.dueAt(state, beside !== null);
		const times = [this.#nextDueAt(state), this.#cases.nextAt, beside?.dueAt ?? null, sendAt].filter(
			(time) => time !== null,
		);
		const due = times.length === 0 ? null : this.#clock.realTimeOf(Math.min(...times));
		const really = [due, this.#staff.dueAt, this.#sections.dueAt].filter((time) => time !== null);
		return really.length === 0 ? null : Math.min(...really);
	}
}
