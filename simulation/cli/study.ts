/**
 * Compares queue rules on simulated days and prints JSON: `node simulation/cli/study.ts [--seed 1 --days 200
 * --customers 330 --counters 5]`
 */
import { parseArgs } from "node:util";
import { RULES, STUDY, studyRules } from "../policy-study.ts";

const { values } = parseArgs({
	options: {
		seed: { type: "string", default: "1" },
		days: { type: "string", default: String(STUDY.days) },
		customers: { type: "string", default: String(STUDY.customers) },
		counters: { type: "string", default: String(STUDY.counters) },
	},
});
const settings = {
	...STUDY,
	seed: Number(values.seed),
	days: Number(values.days),
	customers: Number(values.customers),
	counters: Number(values.counters),
};
if (Object.values(settings).every((value) => Number.isInteger(value) && value > 0)) {
	console.log(JSON.stringify({ settings, results: studyRules(RULES, settings) }, null, "\t"));
} else {
	console.error("seed, days, customers and counters must be whole numbers above 0");
	process.exitCode = 2;
}
