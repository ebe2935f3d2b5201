import { DurableObject } from "cloudflare:workers";
import type { Actor } from "../../schema/actor.ts";
import type { LiveStatus, Verification } from "../../schema/branch-endpoints.ts";
import type { CommandRequest } from "../../schema/command.ts";
import type { BranchConfiguration } from "../../schema/configuration.ts";
import type { ClockBody } from "../../schema/demo.ts";
import type { Answer, Commit } from "../../schema/event.ts";
import { EpochMs } from "../../schema/ids.ts";
import { COMMIT_KEEP_DAYS } from "../../schema/limits.ts";
import type { LiveTicket } from "../../schema/live-ticket.ts";
import type { ReferralRequest, SealedReferral } from "../../schema/sealed-referral.ts";
import type { Position } from "../../schema/view.ts";
import { type BranchState, initialState } from "../domain/branch-state.ts";
import type { ClosedDay } from "../domain/closed-day.ts";
import { type Asked, answerOf, commitFor, isRepeatOf, seqOfRecent } from "../domain/commit.ts";
import { nextDueAt } from "../domain/day.ts";
import { evolve } from "../domain/evolve.ts";
import { referralCommit } from "../domain/referral.ts";
import { type Result, refused } from "../domain/result.ts";
import type { Env } from "../env.ts";
import { openRecognition } from "../privacy/recognition.ts";
import { memoryOf } from "../records/memory.ts";
import { Alarm } from "./alarm.ts";
import { type AuditPage, attestDays, auditPage, type DayAttestation, verifyDay } from "./audit.ts";
import { BranchClock, ClockSetting } from "./branch-clock.ts";
import { CommitLog } from "./commit-log.ts";
import { Conversation } from "./conversation.ts";
import { Forwarder, NO_PROGRESS, Progress } from "./forwarder.ts";
import { ledgerPort } from "./ledger-port.ts";
import type { Guest } from "./live-tickets.ts";
import { MEMO_SLOT, readMemo, writeMemo } from "./memo.ts";
import { isFounded, migrate } from "./migrations.ts";
import { Outbox, type Post } from "./outbox.ts";
import { liveStatus, positionFor } from "./questions.ts";
import { postOf } from "./referral-post.ts";
import { secretLink } from "./secret-link.ts";
import { Sockets } from "./sockets.ts";

/** The live branch: the single writer of its day. Decides nothing itself; decide, remember, then tell. */
export class BranchObject extends DurableObject<Env> {
	readonly #branchId: string;
	readonly #log: CommitLog;
	readonly #outbox: Outbox;
	readonly #sockets: Sockets;
	readonly #conversation: Conversation;
	readonly #forwarder: Forwarder;
	readonly #alarm: Alarm;
	#founded: boolean;
	#clock: BranchClock;
	#epoch: number;
	#state: BranchState;

	constructor(context: DurableObjectState, env: Env) {
		super(context, env);
		const { sql } = context.storage;
		this.#branchId = context.id.name ?? "";
		this.#founded = isFounded(context.storage);
		if (this.#founded) migrate(context.storage);
		this.#log = new CommitLog(context.storage);
		this.#outbox = new Outbox(context.storage, this.#founded);
		this.#state = this.#founded ? this.#log.load(this.#branchId) : initialState(this.#branchId);
		this.#clock = new BranchClock(this.#founded ? readMemo(sql, MEMO_SLOT.clock, ClockSetting) : null);
		this.#epoch = (this.#founded ? readMemo(sql, MEMO_SLOT.epoch, EpochMs) : null) ?? 0;
		this.#sockets = new Sockets(context);
		this.#alarm = new Alarm(context.storage);
		this.#forwarder = new Forwarder(
			{
				log: this.#log,
				outbox: this.#outbox,
				memory: memoryOf(env.DB),
				ledger: ledgerPort(env, this.#branchId),
				state: () => this.#state,
				epoch: () => this.#epoch,
				now: () => this.#clock.now(),
				keep: (progress, before) => this.#keepProgress(progress, before),
				jitter: () => Math.random(),
			},
			(this.#founded ? readMemo(sql, MEMO_SLOT.forward, Progress) : null) ?? NO_PROGRESS,
		);
		this.#conversation = new Conversation(this.#sockets, {
			state: () => this.#state,
			epoch: () => this.#epoch,
			clock: () => this.#clock,
			parked: () => this.#forwarder.progress.parked.length,
			stateAt: (seq) => this.#log.stateAt(this.#branchId, seq),
			execute: (request, actor) => this.execute(request, actor),
		});
		context.blockConcurrencyWhile(async () => this.#alarm.wake(await context.storage.getAlarm(), this.#dueReally()));
	}

	/** Runs one command; a repeat of a recent id gets its first answer and changes nothing. */
	execute(request: CommandRequest, actor: Actor): Answer {
		const seen = seqOfRecent(this.#state, request.commandId);
		if (seen !== null) return this.#repeat(seen, request, actor);
		this.#catchUp();
		const issues = request.command.type === "issue-ticket" ? request.command : null;
		const link = issues === null ? "" : secretLink();
		const customer =
			issues?.recognition === undefined
				? undefined
				: openRecognition(this.env, this.#branchId, issues.recognition, Date.now());
		const made = commitFor(this.#state, { request, actor, now: this.#clock.now(), link, customer });
		if ("status" in made) return made;
		this.#commit(made);
		return answerOf(made);
	}

	/** A new identified-customer record, its personal half sealed by the door; for the door alone, no client sends it. */
	recordReferral(request: ReferralRequest, sealed: SealedReferral, actor: Actor): Answer {
		const seen = seqOfRecent(this.#state, request.commandId);
		if (seen !== null) return this.#repeat(seen, request, actor);
		this.#catchUp();
		const made = referralCommit(this.#state, {
			request,
			actor,
			now: this.#clock.now(),
			referralId: sealed.referralId,
		});
		if ("status" in made) return made;
		this.#commit(made, postOf(made, sealed));
		return answerOf(made);
	}

	/** As `execute`, for the holder of a ticket's link. */
	executeByLink(request: CommandRequest, link: string): Answer {
		const ticketId = this.#conversation.ticketOfLink(link);
		if (ticketId === null) return { status: "refused", code: "unknown-ticket" };
		return this.execute(request, { kind: "customer", ticketId });
	}

	/** A ticket for one live connection of somebody the door has checked. */
	ticketFor(guest: Guest): Result<LiveTicket> {
		return this.#conversation.ticketFor(guest);
	}

	/** As `ticketFor`, for the holder of a ticket's link. */
	ticketByLink(link: string, { origin, address }: Pick<Guest, "origin" | "address">): Result<LiveTicket> {
		const ticketId = this.#conversation.ticketOfLink(link);
		if (ticketId === null) return refused("unknown-ticket");
		const actors: Guest["actors"] = [{ kind: "customer", ticketId }];
		return this.ticketFor({ audience: "ticket", actors, sessionId: null, sessionEndsAt: null, origin, address });
	}

	/** Closes the live connections of sessions that have ended, or may do something else now. */
	closeConnections(connections: readonly { readonly sessionId: string; readonly ended: boolean }[]): void {
		this.#conversation.closeConnections(connections);
	}

	status(): Result<LiveStatus> {
		const clock = { at: this.#clock.now(), epoch: this.#epoch };
		return liveStatus(this.#state, this.#forwarder.progress.parked.length, clock);
	}

	position(ticketId: string): Result<Position> {
		return positionFor(this.#state, ticketId);
	}

	configuration(): BranchConfiguration | null {
		return this.#state.configuration;
	}

	commits(businessDay: string, after: number, limit: number): AuditPage {
		return auditPage(this.#log, businessDay, after, limit);
	}

	verification(businessDay: string): Promise<Verification | null> {
		return verifyDay(this.#log, memoryOf(this.env.DB), this.#state, businessDay);
	}

	/** What the branch has of days that the ledger says were closed. */
	attestDays(days: readonly ClosedDay[]): DayAttestation[] {
		return attestDays(this.#log, this.#state.seq, days);
	}

	/** After a restore: clients that know more than the branch does must forget it. */
	renewEpoch(): number {
		const epoch = Math.max(Date.now(), this.#epoch + 1);
		this.#store(() => writeMemo(this.ctx.storage.sql, MEMO_SLOT.epoch, epoch));
		this.#epoch = epoch;
		this.#sockets.restartAll();
		return epoch;
	}

	/** Demo only; the door checks that. A clock is never set before what the branch has already seen. */
	setClock(body: ClockBody): { at: number; speed: number } {
		const realAt = Date.now();
		const setting: ClockSetting = {
			at: body.kind === "real" ? realAt : Math.max(body.at, this.#state.lastAt),
			realAt,
			speed: body.kind === "real" ? 1 : body.speed,
			setAtSeq: this.#state.seq,
		};
		this.#store(() => writeMemo(this.ctx.storage.sql, MEMO_SLOT.clock, setting));
		this.#clock = new BranchClock(setting);
		this.#catchUp();
		this.#alarm.reset(this.#dueReally());
		this.#conversation.sendViews();
		return { at: this.#clock.now(), speed: this.#clock.speed };
	}

	override fetch(request: Request): Response {
		return this.#conversation.open(request);
	}

	override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
		this.#conversation.hear(socket, message);
	}

	override webSocketClose(socket: WebSocket, code: number): void {
		this.#conversation.end(socket, code);
	}

	override async alarm(): Promise<void> {
		this.#alarm.forget();
		this.#catchUp();
		const sendAt = this.#forwarder.dueAt(this.#state);
		if (sendAt !== null && sendAt <= this.#clock.now()) await this.#forwarder.drain();
		this.#alarm.set(this.#dueReally());
	}

	/** Does what has become due, before anything else is decided. */
	#catchUp(): void {
		const now = this.#clock.now();
		const dueAt = nextDueAt(this.#state);
		if (dueAt === null || dueAt > now) return;
		const request: CommandRequest = { commandId: `tick-${this.#state.seq + 1}-${dueAt}`, command: { type: "tick" } };
		const made = commitFor(this.#state, { request, actor: { kind: "system" }, now, link: "" });
		if ("seq" in made && made.events.length > 0) this.#commit(made);
	}

	/** Remember, then tell. What throws in here leaves the branch exactly as it was. */
	#commit(commit: Commit, post: Post | null = null): void {
		const before = this.#state;
		const after = evolve(before, commit);
		const appended = this.#store(() => {
			const written = this.#log.append(commit, after);
			if (post !== null) this.#outbox.put(post);
			this.#alarm.setEarlier(this.#dueReally(after, post !== null));
			return written;
		});
		this.#log.remembered(appended);
		if (post !== null) this.#outbox.remembered();
		this.#state = after;
		this.#sockets.publish({ before, after, commit, parked: this.#forwarder.progress.parked.length });
		const sending = this.#forwarder.follow(before, after, post !== null);
		const closed = before.day?.status === "open" && after.day?.status === "closed";
		if (closed) this.ctx.waitUntil(this.#tidyUp(sending));
		else if (sending !== null) this.ctx.waitUntil(sending);
	}

	/** Writes in one transaction; a failure leaves storage, alarm and memory as they were. The first write founds the branch. */
	#store<Written>(write: () => Written): Written {
		const { storage } = this.ctx;
		const foundedAt = this.#founded ? null : Date.now();
		try {
			const written = storage.transactionSync(() => {
				if (foundedAt !== null) {
					migrate(storage);
					writeMemo(storage.sql, MEMO_SLOT.epoch, foundedAt);
				}
				return write();
			});
			this.#epoch = foundedAt ?? this.#epoch;
			this.#founded = true;
			return written;
		} catch (error) {
			this.#alarm.forget();
			throw error;
		}
	}

	/** After a day has closed and been sent. What fails here is made good at the next closing. */
	async #tidyUp(sending: Promise<void> | null): Promise<void> {
		try {
			await sending;
			await this.#forwarder.retryParked();
			this.#log.dropOldDays(COMMIT_KEEP_DAYS, this.#forwarder.progress.seq);
		} catch (error) {
			console.error(JSON.stringify({ message: "tidying up failed", branchId: this.#branchId, error: String(error) }));
		}
	}

	#repeat(seq: number, request: Asked, actor: Actor): Answer {
		const first = this.#log.commitAt(seq);
		const same = first !== null && isRepeatOf(first, request, actor);
		return same ? answerOf(first) : { status: "refused", code: "command-id-reused" };
	}

	#keepProgress(progress: Progress, before: Progress): void {
		writeMemo(this.ctx.storage.sql, MEMO_SLOT.forward, progress);
		this.#alarm.setEarlier(this.#dueReally());
		// It is part of what head office sees and of no commit, so no patch would tell it.
		if (progress.parked.length !== before.parked.length) this.#conversation.sendViews("status");
	}

	/** Wall-clock time of the next thing to do in a state; null: nothing. */
	#dueReally(state: BranchState = this.#state, posted = false): number | null {
		const times = [nextDueAt(state), this.#forwarder.dueAt(state, posted)].filter((time) => time !== null);
		return times.length === 0 ? null : this.#clock.realTimeOf(Math.min(...times));
	}
}
