import { DurableObject } from "cloudflare:workers";
import { NO_VERSION_KEY } from "../../rules/configuration/no-version.ts";
import { segmentOf } from "../../rules/configuration/segment.ts";
import { noticeLimits } from "../../rules/measure/usual-limits.ts";
import { type Result, refused } from "../../rules/result.ts";
import type { Someone } from "../../rules/told.ts";
import type { Actor } from "../../schema/actor.ts";
import type { SectionId } from "../../schema/configuration/sections.ts";
import type { Segments } from "../../schema/configuration/segments/segments.ts";
import type { CaseRequest, RewrappedCase, SealedTexts, StoredCase } from "../../schema/customer/case.ts";
import type { Segment } from "../../schema/customer/customer.ts";
import type { BranchTicket, LiveStatus, Verification } from "../../schema/endpoint/branch-endpoints.ts";
import type { CounterEffect } from "../../schema/endpoint/forecast-endpoint.ts";
import type { LostByRestore, WentOn } from "../../schema/endpoint/restore-endpoints.ts";
import type { CommandRequest } from "../../schema/hall/command.ts";
import type { BranchConfiguration, StaffMember } from "../../schema/hall/configuration.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { LiveTicket } from "../../schema/hall/live-ticket.ts";
import type { Position, StaffAlert } from "../../schema/hall/view.ts";
import type { ClockBody } from "../../schema/people/demo.ts";
import { kindOf } from "../domain/alert/alert-kinds.ts";
import type { CaseAnswer } from "../domain/case/commit.ts";
import type { ToldSection } from "../domain/commit/take-section.ts";
import type { ClosedDay } from "../domain/day/closed-day.ts";
import type { Configured, Found, Refusal } from "../domain/hall/decision.ts";
import { mayKnowOffer } from "../domain/offer/follow-offer.ts";
import { staffOf } from "../domain/people/staff.ts";
import { oneMoreCounter } from "../domain/quote/one-more-counter.ts";
import { staffAlert } from "../domain/view/staff-view.ts";
import type { Env } from "../platform/env.ts";
import { memoryOf } from "../records/memory.ts";
import { type AuditPage, attestDays, auditPage, type DayAttestation, verifyDay } from "./audit.ts";
import { BranchWriter } from "./branch-writer.ts";
import type { OpenCasesQuestion } from "./case/open-cases.ts";
import { GroupCommit } from "./group-commit.ts";
import { Conversation } from "./socket/conversation.ts";
import type { Guest } from "./socket/live-tickets.ts";
import {
	liveStatus,
	positionFor,
	type TicketPage,
	type TicketQuestion,
	ticketFor as ticketOf,
	ticketsFor,
} from "./socket/questions.ts";
import { Sockets } from "./socket/sockets.ts";

/** The live branch as others reach it: its writer, and the live connections that are told of what it writes. */
export class BranchObject extends DurableObject<Env> {
	readonly #writer: BranchWriter;
	readonly #sockets: Sockets;
	readonly #conversation: Conversation;
	readonly #group: GroupCommit;

	constructor(context: DurableObjectState, env: Env) {
		super(context, env);
		this.#sockets = new Sockets(context);
		this.#group = new GroupCommit(
			() => context.storage.sync(),
			(work) => context.waitUntil(work),
			() => Date.now(),
		);
		const writer = new BranchWriter(context, env, {
			tell: (change) => this.#sockets.publish(change),
			tellStatus: () => this.#conversation.sendViews("status"),
			present: () => this.#present(),
			tellOfCase: (telling) => this.#sockets.tellOfCase(telling),
		});
		this.#writer = writer;
		this.#conversation = new Conversation(this.#sockets, {
			state: () => writer.state,
			epoch: () => writer.epoch,
			clock: () => writer.clock,
			parked: () => writer.parked,
			stateAt: (seq) => writer.log.stateAt(writer.branchId, seq),
			paceFactor: () => Math.max(writer.clock.paceFactor, Number(env.BRANCH_PACE_FACTOR ?? 1)),
			execute: (request, actor) => writer.execute(request, actor),
			inGroup: (work) => this.#group.run(work),
		});
	}

	/** Runs one command; a repeat of a recent id gets its first answer and changes nothing. */
	execute(request: CommandRequest, actor: Actor): Answer | Promise<Answer> {
		return this.#tooFast(actor) ?? this.#group.run(() => this.#writer.execute(request, actor));
	}

	/** One step of a case, its texts sealed by the door, with the case as D1 has it if only that knows it; for the door alone. */
	moveCase(request: CaseRequest, sealed: SealedTexts, actor: Actor, elsewhere: StoredCase | null = null): CaseAnswer {
		return this.#tooFast(actor) ?? this.#writer.moveCase(request, sealed, actor, elsewhere);
	}

	/** A case that is kept here; null: there is none, or it is over and D1's alone. */
	caseOf(caseId: string): StoredCase | null {
		return this.#writer.cases.find(caseId);
	}

	/** Open cases of the branch, a page of those that are wanted. */
	openCases(question: OpenCasesQuestion): StoredCase[] {
		return this.#writer.cases.open(question);
	}

	/** A case's texts are gone for good here; false: it is known neither here nor, by the door's word, to D1. */
	eraseCase(caseId: string, actor: Actor, elsewhere: StoredCase | null = null): boolean {
		return this.#writer.eraseCase(caseId, actor, elsewhere);
	}

	/** Somebody is about to look at cases in D1: what waits here is brought there first, if D1 answers. */
	bringCases(): Promise<void> {
		return this.#writer.bringCases();
	}

	/** Keys of cases in another wrapping. */
	rewrapCases(fresh: readonly RewrappedCase[]): void {
		this.#writer.rewrapCases(fresh);
	}

	/** Whom a case may be given to: everybody who works here; null while there is no configuration. */
	caseOwners(): Pick<StaffMember, "id" | "name" | "role">[] | null {
		const { configuration, people } = this.#writer.state;
		if (configuration === null) return null;
		return staffOf({ configuration, people }).map(({ id, name, role }) => ({ id, name, role }));
	}

	/** Somebody was recognised at this branch; for the door alone. Answers with their segment by what holds here, whoever it is. */
	arrived({ reference, managerId, ...known }: Found): Segment {
		const segment = segmentOf(this.#writer.sections.contentOf("segments") as Segments, known);
		this.#writer.arrived({ reference, segment, managerId });
		return segment;
	}

	/** The people whose pages have been heard of lately, and the customers who wait for a manager as far as somebody may know of it. */
	whoIsHere(me: Someone): { reachable: string[]; offers: StaffAlert[] } {
		const reachable = this.#present().map(({ staffId }) => staffId);
		const offers = [...this.#writer.state.alerts.values()].filter(({ kind }) => kindOf(kind).isPrivate === true);
		return { reachable, offers: offers.filter((alert) => mayKnowOffer(alert, me)).map(staffAlert) };
	}

	/** A person may be rung for longer than a screen counts as there: a phone that sleeps for a moment is still in somebody's hand. */
	#present(): Someone[] {
		return this.#sockets.peoplePresent(Date.now(), noticeLimits(this.#writer.state.configuration).notReachableAfterMs);
	}

	/** Null when its sender may go on: both transports are counted together. */
	#tooFast(actor: Actor): Extract<Answer, { status: "refused" }> | null {
		const retryAfterMs = this.#conversation.waitForCommand(actor);
		return retryAfterMs === 0 ? null : { status: "refused", code: "too-many-requests", retryAfterMs };
	}

	/** As `execute`, for the holder of a ticket's link. */
	executeByLink(request: CommandRequest, link: string): Answer | Promise<Answer> {
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

	/** Makes a ticket worthless that was offered where it should not have been; `offered`: the subprotocols of an upgrade. */
	spendTicket(offered: string): void {
		this.#conversation.spendTicket(offered);
	}

	/** Closes the live connections of sessions that have ended, or may do something else now. */
	closeConnections(connections: readonly { readonly sessionId: string; readonly ended: boolean }[]): void {
		this.#conversation.closeConnections(connections);
	}

	/** Something is published for this branch. Resolves once it has been taken, refused, or put off. */
	sectionsChanged(): Promise<void> {
		return this.#writer.sectionsChanged();
	}

	/** Why the branch would not take this now; null: it would. */
	refusalOfSection(told: ToldSection): Refusal | null {
		return this.#writer.sections.refusalOf(told);
	}

	/** What holds of a content section here, under which versions. */
	section(section: SectionId): { readonly key: string; readonly value: object } {
		const { sections } = this.#writer.state;
		return { key: sections[section] ?? NO_VERSION_KEY, value: this.#writer.sections.contentOf(section) };
	}

	/** The bank's books on the people of this branch change, or just have. Call before and after they do. */
	staffChanged(): Promise<void> {
		return this.#writer.staffChanged();
	}

	status(): Result<LiveStatus> {
		const { state, parked, clock, epoch } = this.#writer;
		return liveStatus(state, parked, { at: clock.now(), epoch });
	}

	/** The paired devices whose pages are connected now. */
	connectedDevices(): string[] {
		return this.#sockets.connectedDevices(Date.now());
	}

	/** Brings the bank's memory up to date because somebody looks at it; true when it then is. */
	bringUpToDate(): Promise<boolean> {
		return this.#writer.bringUpToDate();
	}

	/** Today's tickets, a page of those that are wanted. */
	tickets(question: TicketQuestion): Result<TicketPage> {
		return ticketsFor(this.#writer.state, question, this.#writer.clock.now());
	}

	ticket(ticketId: string): Result<BranchTicket> {
		return ticketOf(this.#writer.state, ticketId);
	}

	/** The bank's memory was set back: all that it may have lost goes there again. */
	sendAgain(): Promise<void> {
		return this.#writer.sendAgain();
	}

	/** What one more open counter would do to those who wait; null: the branch is not configured. */
	oneMoreCounter(): CounterEffect[] | null {
		const { state, clock } = this.#writer;
		return state.configuration === null ? null : oneMoreCounter(state as Configured, clock.now());
	}

	position(ticketId: string): Result<Position> {
		return positionFor(this.#writer.state, ticketId);
	}

	configuration(): BranchConfiguration | null {
		return this.#writer.state.configuration;
	}

	commits(businessDay: string, after: number, limit: number): AuditPage {
		return auditPage(this.#writer.log, businessDay, after, limit);
	}

	verification(businessDay: string): Promise<Verification | null> {
		return verifyDay(this.#writer.log, memoryOf(this.env.DB), this.#writer.state, businessDay);
	}

	/** What the branch has of days that the ledger says were closed. */
	attestDays(days: readonly ClosedDay[]): DayAttestation[] {
		return attestDays(this.#writer.log, this.#writer.state.seq, days);
	}

	/** What a set-back to this moment of branch time would lose. */
	lostSince(at: number): LostByRestore {
		const { log, state } = this.#writer;
		return { ...log.countSince(at), seq: state.seq, lastAt: state.lastAt };
	}

	/**
	 * The storage will be what it was at a moment, or at a bookmark, as soon as the object starts again. Gives the bookmark
	 * that undoes it.
	 */
	async beginSetBack(to: number | string): Promise<Result<string>> {
		const { storage } = this.ctx;
		try {
			const bookmark = typeof to === "string" ? to : await storage.getBookmarkForTime(to);
			return { ok: true, value: await storage.onNextSessionRestoreBookmark(bookmark) };
		} catch (error) {
			console.error(JSON.stringify({ message: "branch not set back", error: String(error) }));
			return refused("cannot-set-back");
		}
	}

	/** Ends the object; the next call starts it again. */
	restart(): void {
		this.ctx.abort("set back");
	}

	/** The storage was set back: the branch goes on from there, and clients that know more than it does must forget it. */
	async setBack(): Promise<WentOn> {
		const wentOn = await this.#writer.setBack();
		this.#sockets.restartAll();
		return wentOn;
	}

	/** Demo only; the door checks that. */
	setClock(body: ClockBody): { at: number; speed: number } {
		this.#writer.setClock(body);
		this.#conversation.sendViews();
		const { clock } = this.#writer;
		return { at: clock.now(), speed: clock.speed };
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

	/** A frame larger than the platform takes (it has told the sender 1009), or a line that broke: no fault of the branch. */
	override webSocketError(socket: WebSocket, error: unknown): void {
		console.warn(JSON.stringify({ message: "connection broken", error: String(error) }));
		this.#conversation.end(socket, 1011);
	}

	override alarm(): Promise<void> {
		return this.#writer.alarm();
	}
}
