import { describe, expect, it } from "vitest";
import { HALF_HOUR_MS } from "../../schema/limits.ts";
import { carriedLoad } from "../../simulation/carry-load.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import {
	BETWEEN_CUSTOMERS_MS,
	countersToLeaveFree,
	type Demand,
	FULLNESS_MAX,
	planTellers,
} from "../../simulation/teller-plan.ts";
import { seedOf } from "../domain/seed.ts";
import { CONFIGURATION, plan, sampleDay } from "./a-recorded-day.ts";

const at = (...services: string[]) => ({ services });

describe("carried load", () => {
	it("moves work between counters so that all of it fits", () => {
		const loads = new Map([
			["cash", 0.9],
			["loan", 0.9],
		]);
		// Greedily giving cash to the flexible counter would leave the loans undone.
		expect(carriedLoad(loads, [at("cash", "loan"), at("cash")], 0.9)).toBeCloseTo(1.8);
		expect(carriedLoad(loads, [at("cash"), at("cash")], 0.9)).toBeCloseTo(0.9);
		expect(carriedLoad(loads, [], 0.9)).toBe(0);
	});

	it("is what the tightest set of services allows", () => {
		const random = seededRandom(seedOf("carried load"));
		const names = ["a", "b", "c", "d"];
		for (let round = 0; round < 200; round++) {
			const loads = new Map(names.map((name) => [name, random.between(0, 1.5)]));
			const counters = Array.from({ length: 4 }, () => at(...names.filter(() => random.chance(0.5))));
			expect(carriedLoad(loads, counters, 0.9)).toBeCloseTo(cut(loads, counters, 0.9), 6);
		}
	});
});

/** Max-flow min-cut by trying every set of services. */
function cut(
	loads: ReadonlyMap<string, number>,
	counters: readonly { services: readonly string[] }[],
	fullness: number,
) {
	const names = [...loads.keys()];
	let least = Number.POSITIVE_INFINITY;
	for (let set = 0; set < 2 ** names.length; set++) {
		const chosen = names.filter((_, index) => (set >> index) & 1);
		const others = names.filter((name) => !chosen.includes(name));
		const able = counters.filter(({ services }) => chosen.some((name) => services.includes(name))).length;
		least = Math.min(least, able * fullness + others.reduce((sum, name) => sum + (loads.get(name) ?? 0), 0));
	}
	return least;
}

describe("tellers", () => {
	it("[PLAY-1] carry the offered load of each half hour, each busy at most nine tenths", () => {
		const { shifts, visits } = plan(sampleDay(), { seed: 1 });
		const slots = new Map<number, Map<string, number>>();
		for (const { arrivesAt, legs } of visits) {
			const slot = Math.floor(arrivesAt / HALF_HOUR_MS);
			const loads = slots.get(slot) ?? new Map<string, number>();
			for (const { serviceId, serviceMs } of legs) {
				loads.set(serviceId, (loads.get(serviceId) ?? 0) + (serviceMs + BETWEEN_CUSTOMERS_MS) / HALF_HOUR_MS);
			}
			slots.set(slot, loads);
		}
		for (const [slot, loads] of slots) {
			const middle = (slot + 0.99) * HALF_HOUR_MS;
			const open = shifts.filter(
				({ opensAt, closesAt }) => opensAt < middle && (closesAt === null || closesAt > middle),
			);
			const total = [...loads.values()].reduce((sum, load) => sum + load, 0);
			expect(carriedLoad(loads, open, FULLNESS_MAX)).toBeGreaterThan(total - 1e-6);
		}
	});

	it("never sit twice, never share a counter, and leave free what is to be left free", () => {
		const leaveFree = countersToLeaveFree(CONFIGURATION, 3);
		expect(leaveFree).toHaveLength(3);
		const { shifts } = plan(sampleDay(), { seed: 1, leaveFree });
		for (const shift of shifts) {
			expect(leaveFree).not.toContain(shift.counterId);
			for (const other of shifts) {
				if (other === shift) continue;
				const apart = (shift.closesAt ?? Infinity) <= other.opensAt || (other.closesAt ?? Infinity) <= shift.opensAt;
				if (!apart) expect([other.counterId, other.staffId]).not.toContain(shift.counterId);
				if (!apart) expect(other.staffId).not.toBe(shift.staffId);
			}
		}
		// The first of each role stays free for a guest who signs in.
		const seated = shifts.map((shift) => shift.staffId);
		for (const role of ["closed-teller", "open-teller"]) {
			expect(seated).not.toContain(CONFIGURATION.staff.find((member) => member.role === role)?.id);
		}
	});

	it("uses at most the configured counters when there is too much to do", () => {
		const demands: Demand[] = Array.from({ length: 500 }, (_, index) => ({
			at: index,
			serviceId: "cash",
			ms: 300_000,
		}));
		const shifts = planTellers(CONFIGURATION, demands, { from: 0 });
		expect(new Set(shifts.map((shift) => shift.counterId)).size).toBe(shifts.length);
		expect(shifts.every((shift) => shift.services.includes("cash"))).toBe(true);
	});
});
