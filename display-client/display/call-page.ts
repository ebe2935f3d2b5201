import type { PublicCall, PublicCounter } from "../../schema/hall/view.ts";
import { PAST_CALL_SHOWN_MS } from "../../schema/limits.ts";

export type ShownCalls = { readonly open: readonly PublicCall[]; readonly past: readonly PublicCall[] };

/** The calls at these counters, newest first: those still open, and the last few that are over and were made less than ten minutes ago. */
export function shownCalls(
	calls: readonly PublicCall[],
	counters: readonly Pick<PublicCounter, "id">[],
	now: number,
): ShownCalls {
	const here = new Set(counters.map((counter) => counter.id));
	const own = calls.filter((call) => here.has(call.counterId)).sort((a, b) => b.calledAt - a.calledAt);
	return {
		open: own.filter((call) => call.active && now - call.calledAt < FORGOTTEN_MS),
		past: own.filter((call) => !call.active && now - call.calledAt <= PAST_CALL_SHOWN_MS).slice(0, PAST_SHOWN),
	};
}

/** An open call older than this is not shown: the screen kept it from the day before. */
const FORGOTTEN_MS = 43_200_000;

/** As many as stand in one line under the calls. */
const PAST_SHOWN = 6;

/** How many rows one column holds, and how many columns the screen is wide enough for. */
export type CallRoom = { readonly rows: number; readonly columns: 1 | 2 };

export type CallPage = {
	readonly rows: readonly PublicCall[];
	readonly columns: 1 | 2;
	/** From 1. */
	readonly page: number;
	readonly pages: number;
};

/**
 * Which open calls fit on the screen: the one announced now, then those whose customer is not there yet, then those being
 * served. When one column is too small two are used; when these are too small the calls are split into pages, of which `turn`,
 * which counts up, chooses one. The announced call is on every page.
 */
export function callPage(
	calls: readonly PublicCall[],
	announced: PublicCall | null,
	room: CallRoom,
	turn: number,
): CallPage {
	const rank = (call: PublicCall) => (call.id === announced?.id ? 0 : call.serving ? 2 : 1);
	const order = [...calls].sort((a, b) => rank(a) - rank(b));
	const columns = order.length > room.rows ? room.columns : 1;
	const places = room.rows * columns;
	if (order.length <= places) return { rows: order, columns, page: 1, pages: 1 };
	// One place of each page is kept for the call that is being announced.
	const pages = Math.ceil(order.length / (places - 1));
	const size = Math.ceil(order.length / pages);
	const page = turn % pages;
	const rows = order.slice(page * size, (page + 1) * size);
	const elsewhere = announced !== null && !rows.some((call) => call.id === announced.id);
	return { rows: elsewhere ? [announced, ...rows] : rows, columns, page: page + 1, pages };
}
