import { describe, expect, it } from "vitest";
import { waitLevel } from "../../rules/measure/wait-level.ts";
import { hallState } from "../../staff-client/hall/hall-state.ts";
import { serviceQueues } from "../../staff-client/hall/service-queues.ts";
import { counterOf, hallOf, MINUTE_MS, minutesAgo, NOW, ticketOf } from "./hall-of.ts";

describe("the hall in one sentence", () => {
	const counters = [counterOf("1"), counterOf("2", { status: "closed", staffId: null })];
	const sentence = (records: Parameters<typeof hallOf>[0]) => hallState(hallOf({ counters, ...records }), NOW).sentence;

	it("[SCR-6] says that the day has not begun or is over", () => {
		expect(sentence({ dayStatus: "not-open" }).kind).toBe("not-open");
		expect(sentence({ dayStatus: "closed", tickets: [ticketOf("A1")] }).kind).toBe("closed");
	});
	it("[SCR-6] says that nobody waits", () =>
		expect(sentence({ tickets: [ticketOf("A1", { status: "held" })] }).kind).toBe("nobody"));
	it("[SCR-6] is calm within target", () =>
		expect(sentence({ tickets: [ticketOf("A1", { issuedAt: minutesAgo(3) })] }).kind).toBe("within"));
	it("[Q4] warns near the target", () =>
		expect(sentence({ tickets: [ticketOf("A1", { issuedAt: minutesAgo(4.5) })] }).kind).toBe("near"));
	it("[Q4] names the worst queue over target and counts the others", () => {
		const loud = sentence({
			counters: [counterOf("1", { services: ["cash", "loan"] })],
			tickets: [
				ticketOf("A1", { issuedAt: minutesAgo(40) }),
				ticketOf("D1", { issuedAt: minutesAgo(16), services: ["loan"] }),
			],
		});
		expect(loud).toEqual({ kind: "over", service: { zh: "cash", en: "cash" }, queues: 2 });
	});
	it("[SCR-6] says when no open counter can do what somebody waits for", () =>
		expect(sentence({ tickets: [ticketOf("D1", { services: ["loan"] })] })).toMatchObject({
			kind: "unserved",
			waiting: 1,
		}));
});

describe("the figures", () => {
	it("[S1] counts people, counters and the mean of today", () => {
		const hall = hallOf({
			counters: [counterOf("1"), counterOf("2", { status: "paused" }), counterOf("3", { status: "closed" })],
			tickets: [ticketOf("A1"), ticketOf("A2", { status: "serving" })],
			tally: { called: 4, waitedMs: 8 * MINUTE_MS },
		});
		expect(hallState(hall, NOW)).toMatchObject({
			waiting: 1,
			countersOpen: 1,
			countersPaused: 1,
			counters: 3,
			meanWaitMs: 2 * MINUTE_MS,
		});
	});
	it("[SCR-6] has no mean before the first call", () => expect(hallState(hallOf({}), NOW).meanWaitMs).toBeNull());
	it("[Q4] picks the wait that is worst against its own target, not the longest", () => {
		const tickets = [
			ticketOf("A1", { issuedAt: minutesAgo(6) }),
			ticketOf("D1", { issuedAt: minutesAgo(10), services: ["loan"] }),
		];
		expect(hallState(hallOf({ tickets }), NOW).longest).toEqual({
			waitMs: 6 * MINUTE_MS,
			targetMs: 5 * MINUTE_MS,
			level: "over",
		});
	});
	it("[SCR-6] is over only after the target", () => {
		expect(waitLevel(5 * MINUTE_MS, 5 * MINUTE_MS)).toBe("near");
		expect(waitLevel(5 * MINUTE_MS + 1, 5 * MINUTE_MS)).toBe("over");
	});
});

describe("the queues", () => {
	it("[SCR-6] put the one over target first and count the open counters able to do it", () => {
		const hall = hallOf({
			counters: [counterOf("1"), counterOf("2", { status: "paused" })],
			tickets: [
				ticketOf("D1", { issuedAt: minutesAgo(14), services: ["loan"] }),
				ticketOf("A1", { issuedAt: minutesAgo(6) }),
				ticketOf("A2", { issuedAt: minutesAgo(2) }),
			],
		});
		const queues = serviceQueues(hall, NOW);
		expect(queues.map((queue) => [queue.service.id, queue.waiting, queue.level, queue.countersOpen])).toEqual([
			["cash", 2, "over", 1],
			["loan", 1, "near", 0],
		]);
	});
});
