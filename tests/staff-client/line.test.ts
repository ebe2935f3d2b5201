import fc from "fast-check";
import { expect, it } from "vitest";
import { isNextAt, nextAt } from "../../rules/dispatch.ts";
import { orderReason } from "../../rules/order-reason.ts";
import { aheadOf, overtakesLeft } from "../../rules/place-in-line.ts";
import { readHall } from "../../staff-client/hall/hall.ts";
import { readyAt } from "../../staff-client/hall/service-queues.ts";
import type { Configured } from "../../worker/domain/hall/decision.ts";
import { positionOf } from "../../worker/domain/queue/position.ts";
import { staffView } from "../../worker/domain/view/staff-view.ts";
import { statusView } from "../../worker/domain/view/status-view.ts";
import { count } from "../counts.ts";
import { play, randomConfiguration, someMoves } from "../domain/random-day.ts";
import { seedOf } from "../domain/seed.ts";

/** The hall as the staff pages of this branch know it. */
function hallOf(state: Configured) {
	const collections = Object.entries(staffView(state)).map(([name, list]) => {
		const records: readonly { readonly id: string }[] = list;
		return [name, new Map(records.map((record) => [record.id, record]))] as const;
	});
	const hall = readHall(new Map(collections));
	if (hall === null) throw new Error("a configured branch has a hall");
	return hall;
}

function expectSameLine(state: Configured): number {
	const hall = hallOf(state);
	for (const ticket of hall.tickets.values()) {
		const inBranch = state.tickets.get(ticket.id);
		if (inBranch === undefined) throw new Error("the page shows a ticket that the branch does not have");
		const position = positionOf(state, inBranch);
		expect(aheadOf(hall, ticket)).toBe(position.ahead);
		if (ticket.status === "waiting") expect(overtakesLeft(ticket)).toBe(position.overtakesLeft);
		for (const { counterId, reason } of position.counters) {
			const counter = hall.counters.get(counterId);
			if (counter === undefined) throw new Error("the page does not show a counter of the branch");
			expect(orderReason(hall, counter, ticket)).toBe(reason);
		}
	}
	for (const counter of state.counters.values()) {
		if (counter.status !== "open") continue;
		const next = nextAt(state, counter);
		const shown = hall.counters.get(counter.id);
		expect(shown && nextAt(hall, shown)?.number).toBe(next?.number);
		if (next !== undefined) expect(isNextAt(hall, counter, next)).toBe(true);
	}
	const waiting = [...hall.tickets.values()].filter((each) => each.status === "waiting");
	const oldest = waiting.length === 0 ? null : Math.min(...waiting.map(readyAt));
	expect(statusView(state, 0).status[0]?.oldestReadyAt).toBe(oldest);
	return waiting.length;
}

it("[QUE-6] [QUE-9] [REP-3] what staff pages are told is enough: they find every place, bound, reason and wait of the branch", () => {
	let compared = 0;
	const property = fc.property(fc.nat(), someMoves(120), (configurationSeed, moves) => {
		let step = 0;
		play(randomConfiguration(configurationSeed), moves, ({ after }) => {
			if (step++ % 8 === 0) compared += expectSameLine(after);
		});
	});
	fc.assert(property, { seed: seedOf("line of staff pages"), numRuns: count(20, 200) });
	expect(compared).toBeGreaterThan(50);
});
