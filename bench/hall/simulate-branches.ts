import { parentPort, workerData } from "node:worker_threads";
import { pick } from "../../rules/dispatch.ts";
import { drawDay, drawName, type SimulatedClass, simulateDay } from "../../rules/trial/simulated-day.ts";
import { playBranchDay } from "../../simulation/branch-day.ts";
import { BRANCH_PROFILE } from "../../simulation/derive-sample.ts";
import { seededRandom } from "../../simulation/seeded-random.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { dayAt } from "../../worker/domain/day/business-day.ts";

/**
 * The part of one thread of `simulatedDay`: it plays a day at each branch numbered `from` to before `until`, and posts the sums.
 * `way`: "branch" goes commit by commit; "rule" runs only the choice of the next, at ten counters that all serve everybody.
 */
export type Share = {
	readonly way: "branch" | "rule";
	readonly from: number;
	readonly until: number;
	readonly customers: number;
	readonly seed: number;
};
export type Simulated = {
	readonly tickets: number;
	readonly commits: number;
	readonly mostOvertaken: number;
	readonly boundsBroken: number;
};

const HALF_HOUR_MS = 1_800_000;
const MEAN_SERVICE_MS = 150_000;
/** A Monday, before opening. */
const MONDAY = Date.UTC(2026, 10, 22, 20);
const CLASS_SHARES = new Map([
	["green", 0.05],
	["private", 0.02],
	["high", 0.08],
	["mid", 0.2],
	["potential", 0.15],
	["ordinary", 0.5],
]);
const SERVICE_SHARES = new Map([
	["cash", 0.65],
	["transfer", 0.2],
	["account-opening", 0.1],
	["wealth", 0.05],
]);

const COUNTERS = 10;

const { way, from, until, customers, seed }: Share = workerData;
const totals = { tickets: 0, commits: 0, mostOvertaken: 0, boundsBroken: 0 };
for (let branch = from; branch < until; branch++) {
	const random = seededRandom(seed + branch);
	const name = { zh: `第${branch}支行`, en: `Branch ${branch}` };
	const configuration = defaultConfiguration({ branchId: `sh-${branch}`, name, region: name, kind: "standard" });
	const day = dayAt(configuration, MONDAY);
	if (day === null) throw new Error("the branch is closed on that Monday");
	const world = { profile: BRANCH_PROFILE, slotMs: HALF_HOUR_MS, shares: CLASS_SHARES, meanServiceMs: MEAN_SERVICE_MS };
	const drawn = drawDay({ ...world, customers }, random);
	const services = drawn.arrivals.map(() => drawName(SERVICE_SHARES, random));
	if (way === "rule") {
		const classes = new Map<string, SimulatedClass>(
			configuration.dispatch.classes.map((each) => [each.id, { ...each, share: CLASS_SHARES.get(each.id) ?? 0 }]),
		);
		totals.tickets += simulateDay(drawn, COUNTERS, classes, pick).length;
		continue;
	}
	const played = playBranchDay(configuration, day, drawn, (ordinal) => services[ordinal] ?? "cash");
	totals.tickets += played.served;
	totals.commits += played.commits;
	totals.mostOvertaken = Math.max(totals.mostOvertaken, played.mostOvertaken);
	totals.boundsBroken += played.boundsBroken;
}
parentPort?.postMessage(totals satisfies Simulated);
