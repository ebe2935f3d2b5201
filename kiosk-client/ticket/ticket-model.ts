import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { linkCredential } from "../../client-kit/call/credential.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import { recordsOf } from "../../client-kit/live/view-records.ts";
import { store, stored } from "../../client-kit/page/web-storage.ts";
import type { Papers } from "../../rules/configuration/papers.ts";
import { done } from "../../rules/result.ts";
import type { BranchRecord, OwnTicket, Position, TicketView } from "../../schema/hall/view.ts";
import { liveSignals } from "../live-signals.ts";
import { publishedPapers } from "../published-papers.ts";
import { createGiveUp, type GiveUp } from "./give-up.ts";
import { keepAsking } from "./keep-asking.ts";

export type TicketModel = {
	readonly connection: ReadonlySignal<Connection>;
	readonly branch: ReadonlySignal<BranchRecord | undefined>;
	/** Undefined while nothing is known, and when the branch no longer knows it. */
	readonly ticket: ReadonlySignal<OwnTicket | undefined>;
	/** Null until it was answered, and whenever the ticket is not waiting. */
	readonly position: ReadonlySignal<Position | null>;
	/** Branch time, epoch milliseconds. */
	readonly now: ReadonlySignal<number | null>;
	/** Branch time when anything was last heard. */
	readonly asOf: ReadonlySignal<number | null>;
	/** What to have at hand for each service. */
	readonly papers: ReadonlySignal<Papers>;
	readonly giveUp: GiveUp;
};

const SECOND_MS = 1_000;
const POSITION_KEY = "tingtang.last.position";

/** The live page of one ticket; whoever holds the link holds the ticket. */
export function createTicketModel(branchId: string, link: string): TicketModel {
	const { live, state, connection, now, asOf, tick } = liveSignals({
		branchId,
		audience: "ticket",
		keepAs: `ticket.${link}`,
		credential: async () => done(linkCredential(link)),
	});
	setInterval(tick, SECOND_MS);

	const ticket = computed(() => recordsOf<TicketView, "ticket">(state.value, "ticket")[0]);
	const branch = computed(() => recordsOf<TicketView, "branch">(state.value, "branch")[0]);
	const position = signal<Position | null>(lastPosition(link));
	const ask = keepAsking(
		() => live.position(),
		(answer) => {
			position.value = answer;
			store("localStorage", POSITION_KEY, JSON.stringify({ link, position: answer }));
		},
	);
	effect(() => {
		// Every change of the own ticket, and every return of the connection, may have moved its place.
		const waits = ticket.value?.status === "waiting";
		if (ticket.value !== undefined && !waits) position.value = null;
		else if (connection.value.status === "live") ask();
	});
	const heardOf = computed(() => (branch.value === undefined ? undefined : ""));
	const papers = publishedPapers(branchId, heardOf, async () => done(linkCredential(link)));
	return { connection, branch, ticket, position, now, asOf, papers, giveUp: createGiveUp(live, branch, ticket) };
}

/** The place that this ticket last had, for a page that is opened without a network. */
function lastPosition(link: string): Position | null {
	try {
		const kept = JSON.parse(stored("localStorage", POSITION_KEY) ?? "null");
		return kept?.link === link ? kept.position : null;
	} catch {
		return null;
	}
}
