import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rangeOf } from "../../../rules/quote.ts";
import type { Commit } from "../../../schema/hall/event.ts";
import { evolve } from "../../../worker/domain/commit/evolve.ts";
import { restoreSnapshot, snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { staffView } from "../../../worker/domain/view/staff-view.ts";
import { ticketView } from "../../../worker/domain/view/ticket-view.ts";
import { count } from "../../counts.ts";
import { aDay, at, CHEN, callNext, issue, KIOSK, LIU, MANAGER, on, open, WANG } from "../a-day.ts";
import { play, randomConfiguration, someMoves } from "../random-day.ts";
import { seedOf } from "../seed.ts";

const quotedIn = (commit: Commit | undefined) => commit?.events.filter((event) => event.type === "waits-quoted") ?? [];
const issuedIn = (commit: Commit | undefined) => commit?.events.find((event) => event.type === "ticket-issued");
const MINUTE_MS = 60_000;

describe("quotes of a live hall", () => {
	it("[QTE-10] the first quote stands in the event that gives the number, and in its answer in whole five minutes", () => {
		const day = aDay().given([LIU, open("1")], "09:01", [KIOSK, issue("cash")], [LIU, callNext("1")], "09:05");
		const answer = day.answer(KIOSK, issue("cash"));
		const quote = issuedIn(day.commits.at(-1))?.quote;
		expect(quote).toBeDefined();
		expect(quote?.p10Ms).toBeLessThanOrEqual(quote!.p50Ms);
		expect(quote?.p90Ms).toBeGreaterThan(0);
		expect(answer).toMatchObject({ status: "done", quote: rangeOf(quote!) });
		const [ticket] = ticketView(day.state, "20261123-A002").ticket;
		const { fromMin, toMin } = rangeOf(quote!);
		expect(ticket?.quote).toEqual({ from: day.now + fromMin * MINUTE_MS, to: day.now + toMin * MINUTE_MS });
		expect(staffView(day.state).quotes).toContainEqual({ id: "20261123-A002", fromMin, toMin });
	});

	it("[QTE-10] who finds a counter free is told to wait for nothing, and whom nobody on duty can serve is told no time", () => {
		const day = aDay().given([LIU, open("1")], "09:01");
		day.answer(KIOSK, issue("cash"));
		expect(issuedIn(day.commits.at(-1))?.quote).toMatchObject({ p90Ms: 0, ahead: 0 });
		const answer = day.answer(MANAGER, issue("loan"));
		expect(issuedIn(day.commits.at(-1))).not.toHaveProperty("quote");
		expect(answer).not.toHaveProperty("quote");
		const services = displayView(day.state).services;
		expect(services.find(({ id }) => id === "loan")).not.toHaveProperty("quote");
		expect(services.find(({ id }) => id === "cash")?.quote).toEqual({ fromMin: 0, toMin: 10 });
	});

	it("[QTE-11] what changed of others is told with the next commit, and not before", () => {
		const day = aDay().given(
			[LIU, open("1")],
			"09:01",
			[KIOSK, issue("cash")],
			[LIU, callNext("1")],
			[KIOSK, issue("cash")],
		);
		day.given("09:20", [CHEN, open("2")]);
		expect(quotedIn(day.commits.at(-1))).toEqual([]);
		const before = ticketView(day.state, "20261123-A002").ticket[0]?.quote;
		day.given("09:21", [WANG, open("5")]);
		const [told] = quotedIn(day.commits.at(-1));
		// Seen as the hall was after the commit before, at its moment.
		expect(told).toMatchObject({ at: at("09:20"), tickets: [{ ticketId: "20261123-A002", quote: { p90Ms: 0 } }] });
		expect(ticketView(day.state, "20261123-A002").ticket[0]?.quote).not.toEqual(before);
	});

	it("[QTE-11] a tile speaks for ten seconds, and the look that its number asks for follows the answer", () => {
		const day = aDay().given([LIU, open("1")], "09:01", [KIOSK, issue("cash")]);
		const tile = day.state.quotes.newcomers.cash;
		expect(tile).toBeDefined();
		day.given("09:01:05", [KIOSK, issue("cash")]);
		expect(issuedIn(day.commits.at(-1))?.quote).toMatchObject({ ...tile });
		expect(day.state.quotes).toMatchObject({ at: at("09:01:05"), due: true });
		// After ten seconds it is old: the hall is looked at before the number is told anything.
		day.given("09:01:20", [KIOSK, issue("cash")]);
		expect(day.state.quotes).toMatchObject({ at: at("09:01:20"), due: false });
	});

	it("[QTE-11] the hall is looked at no more often than once a second", () => {
		const property = fc.property(fc.nat(), someMoves(60), (seed, moves) => {
			let looked = 0;
			play(randomConfiguration(seed), moves, ({ commit }) => {
				for (const event of quotedIn(commit)) {
					if (event.at === looked) return;
					expect(event.at - looked).toBeGreaterThanOrEqual(1_000);
					looked = event.at;
				}
			});
		});
		fc.assert(property, { seed: seedOf("looks at a hall"), numRuns: count(12, 100) });
	});

	it("[QTE-11] a wait that became another has no quote until the next look, and a quote that still holds is not told again", () => {
		const day = aDay().given(
			[LIU, open("1")],
			[CHEN, open("2")],
			"09:01",
			[KIOSK, issue("cash")],
			[LIU, callNext("1")],
		);
		day.given([KIOSK, issue("cash")], [CHEN, callNext("2")], [KIOSK, issue("cash")], "09:02");
		day.given([LIU, on("transfer-ticket", "A001", { serviceId: "bill-payment" })]);
		expect(day.state.tickets.get("20261123-A001")).not.toHaveProperty("quote");
		const told = day.commits.flatMap(quotedIn).flatMap(({ tickets }) => tickets.map(({ ticketId }) => ticketId));
		expect(told).not.toContain("20261123-A003");
	});

	it("[QTE-12] a branch that was asleep before every commit tells what one that never was told", () => {
		const property = fc.property(fc.nat(), someMoves(80), (seed, moves) => {
			const configuration = randomConfiguration(seed);
			const commits: string[] = [];
			play(configuration, moves, ({ commit }) => commits.push(JSON.stringify(commit)));
			const again: string[] = [];
			const asleep = moves.flatMap((move) => [{ ...move, kind: "crash" as const, c: 0 }, move]);
			play(configuration, asleep, ({ commit }) => again.push(JSON.stringify(commit)));
			expect(again).toEqual(commits);
		});
		fc.assert(property, { seed: seedOf("asleep or not"), numRuns: count(12, 100) });
	});

	it("[QTE-12] replay takes quotes from the events: what they said then is what is shown, whatever is known now", () => {
		const day = aDay().given(
			[LIU, open("1")],
			"09:01",
			[KIOSK, issue("cash")],
			[LIU, callNext("1")],
			[KIOSK, issue("cash")],
		);
		const restored = restoreSnapshot(snapshotOf(day.state))!;
		const commit = day.commits.at(-1)!;
		const said = { p10Ms: 7 * MINUTE_MS, p50Ms: 8 * MINUTE_MS, p90Ms: 9 * MINUTE_MS, ahead: 3 };
		const events = [{ ...issuedIn(commit)!, ticketId: "20261123-A009", number: "A009", link: "another", quote: said }];
		const after = evolve(restored, { ...commit, seq: restored.seq + 1, events });
		const { ahead: _, ...quote } = said;
		expect(after.tickets.get("20261123-A009")?.quote).toEqual({ ...quote, at: commit.at });
	});
});
