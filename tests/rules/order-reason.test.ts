import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byArrival, type Contender, isNextAt, pick } from "../../rules/dispatch.ts";
import { callOrder, chooseNext } from "../../rules/order-reason.ts";
import { aheadOf, calledBefore, upNext } from "../../rules/place-in-line.ts";
import { count } from "../counts.ts";
import { seedOf } from "../domain/seed.ts";

type Waiting = Contender & { readonly id: string; readonly services: readonly string[]; readonly status: "waiting" };

/** Minutes for milliseconds: only their order counts. */
function waiting(ordinal: number, queuedAt: number, differs: Partial<Waiting> = {}): Waiting {
	const [id, services, status] = [`A${ordinal}`, ["cash"], "waiting"] as const;
	const order = { queuedAt, orderAt: queuedAt, ordinal };
	return { id, services, status, class: "ordinary", rank: 3, budget: 4, overtaken: 0, ...order, ...differs };
}

const anybody = fc
	.record({
		came: fc.nat({ max: 40 }),
		headStart: fc.nat({ max: 20 }),
		class: fc.constantFrom("ordinary", "mid"),
		rank: fc.nat({ max: 3 }),
		overtaken: fc.nat({ max: 5 }),
		budget: fc.nat({ max: 4 }),
	})
	.map(({ came, headStart, ...rest }) => ({ queuedAt: came, orderAt: came - headStart, ...rest }));
const anyLine = fc
	.array(anybody, { maxLength: 14 })
	.map((line) => line.map((each, index) => waiting(index + 1, each.queuedAt, each)));

/** One counter that takes the next again and again, each call an overtake of whoever came earlier, told as plainly as can be. */
function calledAway(line: readonly Waiting[]): string[] {
	const next = pick(line);
	if (next === undefined) return [];
	const left = line.filter((each) => each.id !== next.id);
	const passed = left.map((each) => (byArrival(each, next) < 0 ? { ...each, overtaken: each.overtaken + 1 } : each));
	return [next.id, ...calledAway(passed)];
}

/** All of them before one open counter that can serve them. */
function atOneCounter(line: readonly Waiting[]) {
	const counter = { id: "1", status: "open", services: ["cash"], staffId: "anna" };
	return { counter, tickets: new Map(line.map((each) => [each.id, each])), counters: new Map([["1", counter]]) };
}

describe("the order of a line", () => {
	const property = (check: (line: Waiting[]) => void) => () =>
		fc.assert(fc.property(anyLine, check), { seed: seedOf("order of a line"), numRuns: count(400, 10_000) });

	it(
		"[QUE-6] is the order in which one counter would call it away; the tickets themselves stay as they are",
		property((line) => {
			const before = structuredClone(line);
			const order = callOrder(line);
			expect(order.map(({ ticket }) => ticket.id)).toEqual(calledAway(line));
			for (const { ticket } of order) expect(line).toContain(ticket);
			expect(line).toEqual(before);
		}),
	);

	it(
		"[QUE-6] is one order: who is next, up next, and how many are ahead of each",
		property((line) => {
			const hall = atOneCounter(line);
			const order = callOrder(line);
			expect(chooseNext(line)).toEqual(order[0]);
			expect(upNext(hall, [hall.counter], 6)).toEqual(order.slice(0, 6).map(({ ticket }) => ticket));
			for (const [ahead, { ticket }] of order.entries()) {
				const rivals = line.filter((each) => each !== ticket);
				expect([ticket.id, aheadOf(hall, ticket)]).toEqual([ticket.id, ahead]);
				expect(calledBefore(rivals, ticket)).toBe(ahead);
				expect(isNextAt(hall, hall.counter, ticket)).toBe(ahead === 0);
			}
		}),
	);
});

describe("why a ticket is next", () => {
	const early = waiting(1, 1);
	const late = waiting(2, 7);
	const why = (...line: Waiting[]) => chooseNext(line)?.why;

	it("[QUE-6] waited longest", () => expect(why(late, early)).toBe("waited-longest"));
	it("[QUE-6] higher class", () => expect(why(early, { ...late, rank: 1 })).toBe("higher-class"));
	it("[QUE-6] head start", () => expect(why(early, { ...late, orderAt: -60 })).toBe("head-start"));
	it("[QUE-6] overtaken as often as allowed", () =>
		expect(why({ ...early, overtaken: 4 }, { ...late, rank: 0 })).toBe("budget-spent"));
	it("[QUE-6] came earlier and has a higher class than one overtaken as often as allowed", () =>
		expect(why({ ...early, rank: 1 }, { ...late, overtaken: 4 })).toBe("older-higher-class"));
	it("[QUE-6] came earlier than one of its class that was overtaken as often as allowed while it was on hold", () =>
		expect(why(early, { ...late, overtaken: 4 })).toBe("came-earlier"));
	it("[QUE-6] nobody waits", () => expect([chooseNext([]), callOrder([])]).toEqual([undefined, []]));
});
