import { describe, expect, it } from "vitest";
import type { BranchPort } from "../../simulation/branch-port.ts";
import { beginningOf } from "../../simulation/business-days.ts";
import type { RecordedVisit } from "../../simulation/recorded-day.ts";
import { createReplay } from "../../simulation/replay.ts";
import { replayConfiguration } from "../../simulation/replay-configuration.ts";
import { waitLines } from "../../simulation/replay-counts.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { createVirtualBranch } from "../../simulation/virtual-branch.ts";
import { count } from "../counts.ts";
import { seedOf } from "../domain/seed.ts";
import { CONFIGURATION, dayOf, IDENTITY, plan, playInVirtualTime, sampleDay } from "./a-recorded-day.ts";

const MINUTE_MS = 60_000;

describe("a replay in virtual time", () => {
	it("[PLAY-1] plays the sample day to the same counts the branch keeps, with no error", async () => {
		const { counts, audit, report, faults } = await playInVirtualTime(sampleDay(), seedOf("sample day"));
		expect(counts.errors).toEqual([]);
		expect(faults).toEqual([]);
		expect(audit.faults).toEqual([]);
		expect(counts.issued).toBe(330);
		expect(counts.served + counts.noShows + counts.cancelled).toBe(330);
		expect(report?.tickets).toMatchObject({ issued: 330, served: counts.served, unserved: 0 });
		expect(waitLines(counts).reduce((sum, line) => sum + line.count, 0)).toBe(audit.calls - counts.returns);
	});

	it("[PLAY-1] keeps every bound with too few tellers, named calls and lost answers, and counts it by itself", async () => {
		const seed = seedOf("crowded days");
		for (let round = 0; round < count(3, 60); round++) {
			const { counts, audit, report, faults } = await playInVirtualTime(sampleDay(), seed + round, {
				fullness: 1.2 + 0.2 * (round % 4),
				namedCallShare: 0.05,
				lossShare: 0.1,
				helpCallsPerHour: 6,
			});
			expect(counts.errors).toEqual([]);
			expect([...faults, ...audit.faults]).toEqual([]);
			expect(counts.retries).toBeGreaterThan(50);
			expect(audit.most).toBeGreaterThan(0);
			expect(report?.overtakes).toEqual({ most: audit.most, beyondBound: 0 });
			expect(report?.overrides).toHaveLength(audit.overrides);
			const [help] = report?.alerts ?? [];
			expect(help?.raised).toBeGreaterThan(0);
			expect(help?.accepted).toBe(help?.raised);
		}
	});

	it("[PLAY-2] is the same run for the same seed, and another for another", async () => {
		const day = sampleDay();
		const play = async (seed: number) =>
			(await playInVirtualTime(day, seed, { fullness: 1.3, lossShare: 0.1 })).branch.commits;
		const first = await play(11);
		expect(await play(11)).toEqual(first);
		expect(await play(12)).not.toEqual(first);
	});

	it("[PLAY-1] plays transfers, no-shows that return or do not, and visits of several services", async () => {
		const legs = { services: ["scan", "review", "scan"], serviceMs: [60_000, 90_000, 30_000] };
		const visits = Array.from({ length: 40 }, (_, minute): Partial<RecordedVisit> & { minute: number } => {
			if (minute % 4 === 0) return { minute, ...legs, transferred: true };
			if (minute % 4 === 1) return { minute, ...legs };
			if (minute % 4 === 2) return { minute, services: ["scan"], noShow: true };
			return { minute, services: ["review"], class: "high" };
		});
		const recorded = { ...dayOf(...visits), pools: [["scan"], ["review"]] };
		const configuration = replayConfiguration(IDENTITY, recorded);
		const { counts, audit, faults } = await playInVirtualTime(recorded, seedOf("legs"), {}, configuration);
		expect([...counts.errors, ...faults, ...audit.faults]).toEqual([]);
		// Each of ten visits is passed on twice by a teller; the other ten carry their two services on the ticket.
		expect(counts.transfers).toBe(20);
		expect(counts.returns + counts.noShows).toBe(10);
		expect(counts.served).toBe(40 - counts.noShows);
		expect(counts.recalls).toBeGreaterThanOrEqual(10);
	});

	it("[PLAY-1] lets the impatient go, with and without a word", async () => {
		const visits = Array.from({ length: 60 }, (_, index) => ({
			minute: index / 20,
			serviceMs: [10 * MINUTE_MS],
			...(index % 2 === 0 ? { leavesAfterMs: 3 * MINUTE_MS } : {}),
		}));
		const { counts, report, faults } = await playInVirtualTime(dayOf(...visits), seedOf("impatient"), { fullness: 5 });
		expect([...counts.errors, ...faults]).toEqual([]);
		expect(counts.cancelled).toBeGreaterThan(3);
		expect(counts.noShows).toBeGreaterThan(3);
		expect(report?.tickets).toMatchObject({ cancelled: counts.cancelled, noShows: counts.noShows });
	});
});

describe("a replay that is not alone", () => {
	const recorded = dayOf({ minute: 0 }, { minute: 30 });
	const kiosk = { kind: "kiosk" as const };

	it("serves people who took a number beside it, when told to look", async () => {
		const planned = plan(recorded, { seed: 1 });
		const branch = createVirtualBranch(CONFIGURATION, beginningOf(planned.day, recorded), seededRandom(1));
		let came = false;
		const port: BranchPort = {
			...branch.port,
			sleepUntil: async (at) => {
				await branch.port.sleepUntil(at);
				if (came || branch.port.now() < planned.visits[0]!.arrivesAt + 10 * MINUTE_MS) return;
				came = true;
				const command = { type: "issue-ticket" as const, services: ["cash"] };
				await branch.port.send(kiosk, { commandId: "guest-1", command });
				replay.nudge();
			},
		};
		const replay = createReplay({ plan: planned, port, seed: 1, runId: "test-guest", shared: true });
		const counts = await replay.run();
		expect(counts).toMatchObject({ issued: 2, guests: 1, served: 3, unserved: 0, errors: [] });
	});

	it("goes on when people take its customers and its counters, without calling that an error", async () => {
		const crowd = dayOf(...Array.from({ length: 30 }, (_, minute) => ({ minute })));
		const planned = plan(crowd, { seed: 1 });
		const branch = createVirtualBranch(CONFIGURATION, beginningOf(planned.day, crowd), seededRandom(1));
		const manager = { kind: "staff" as const, staffId: "li-na", role: "lobby-manager" as const };
		let steps = 0;
		const port: BranchPort = {
			...branch.port,
			send: async (actor, request) => {
				const answer = await branch.port.send(actor, request);
				steps++;
				const ticketId = answer.status === "done" ? answer.ticketId : undefined;
				if (ticketId !== undefined && request.command.type === "call-next" && steps % 3 === 0) {
					const command = { type: "cancel-ticket" as const, ticketId };
					await branch.port.send(manager, { commandId: `manager-${steps}`, command });
				}
				return answer;
			},
		};
		const counts = await createReplay({ plan: planned, port, seed: 1, runId: "test-shared", shared: true }).run();
		expect(counts.errors).toEqual([]);
		expect(counts.served).toBeGreaterThan(10);
		expect(branch.state().day?.status).toBe("closed");
	});

	it("counts what it did not expect as errors when it is alone", async () => {
		const planned = plan(recorded, { seed: 1 });
		const branch = createVirtualBranch(CONFIGURATION, beginningOf(planned.day, recorded), seededRandom(1));
		const port: BranchPort = {
			...branch.port,
			send: async (actor, request) =>
				request.command.type === "finish-service"
					? { status: "refused", code: "not-permitted" }
					: branch.port.send(actor, request),
		};
		const counts = await createReplay({ plan: planned, port, seed: 1, runId: "test-errors" }).run();
		expect(counts.errors[0]?.what).toBe("finish-service: not-permitted");
		expect(counts.unserved).toBe(2);
		expect(branch.state().day?.status).toBe("closed");
	});

	it("closes the day when it is stopped, and leaves nobody waiting", async () => {
		const crowd = dayOf(...Array.from({ length: 50 }, (_, minute) => ({ minute })));
		const planned = plan(crowd, { seed: 1, fullness: 3 });
		const branch = createVirtualBranch(CONFIGURATION, beginningOf(planned.day, crowd), seededRandom(1));
		const replay = createReplay({
			plan: planned,
			port: branch.port,
			seed: 1,
			runId: "test-stopped",
			onProgress: ({ served }) => served === 5 && replay.stop(),
		});
		const counts = await replay.run();
		expect(counts).toMatchObject({ served: 5, errors: [] });
		expect(counts.unserved).toBe(counts.issued - 5);
		expect(branch.state().day?.status).toBe("closed");
		expect([...branch.state().tickets.values()].every((ticket) => ticket.status === "ended")).toBe(true);
	});
});
