import { describe, expect, it } from "vitest";
import { snapshotOf } from "../../../worker/domain/hall/branch-state.ts";
import { oneMoreCounter } from "../../../worker/domain/quote/one-more-counter.ts";
import { aDay, callNext, issue, KIOSK, LIU, MANAGER, open } from "../a-day.ts";

describe("one more counter", () => {
	it("[QTE-19] lets those wait less whom it could serve, by the same customers and the same chance", () => {
		const day = aDay().given([LIU, open("1")], [KIOSK, issue("cash")], [LIU, callNext("1")]);
		day.given(...Array.from({ length: 8 }, () => [KIOSK, issue("cash")] as const), [MANAGER, issue("loan")]);
		const before = snapshotOf(day.state);
		const effects = oneMoreCounter(day.state, day.now);
		expect(snapshotOf(day.state)).toBe(before);
		expect(oneMoreCounter(day.state, day.now)).toEqual(effects);
		const cash = effects.find(({ modeId }) => modeId === "cash");
		expect(cash).toMatchObject({ counterId: "2", waiting: 8, unserved: 0 });
		expect(cash?.afterMs).toBeLessThan(0.7 * (cash?.beforeMs ?? 0));
		const loans = effects.filter(({ unserved }) => unserved > 0);
		expect(loans.length).toBeGreaterThan(0);
		// Whom nobody can serve now has no wait that could fall: they are told apart.
		for (const { waiting, beforeMs } of loans) expect(beforeMs === null).toBe(waiting === 0);
	});

	it("[QTE-19] names each set of services once, what helps most first, and nothing that nobody waits for as a help", () => {
		const day = aDay().given([LIU, open("1")], [KIOSK, issue("cash")], [LIU, callNext("1")], [KIOSK, issue("cash")]);
		const effects = oneMoreCounter(day.state, day.now);
		const names = effects.map(({ modeId }) => modeId);
		expect(new Set(names).size).toBe(names.length);
		const saved = effects.map(({ waiting, beforeMs, afterMs }) => waiting * ((beforeMs ?? 0) - (afterMs ?? 0)));
		expect(saved).toEqual([...saved].sort((a, b) => b - a));
		const advice = effects.find(({ modeId }) => modeId === "advice");
		if (advice !== undefined) expect(advice).toMatchObject({ waiting: 0, unserved: 0, beforeMs: null, afterMs: null });
	});

	it("[QTE-19] says nothing of an empty hall where nobody is on duty", () => {
		expect(oneMoreCounter(aDay().state, 0)).toEqual([]);
	});
});
