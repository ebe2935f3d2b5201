/**
 * Makes the sample day from one recorded day of the "Anonymous Bank" call log, on standard output:
 * `node simulation/cli/derive-sample.ts --file CALL_LOG.csv.gz --date 1999-05-26 --seed 330`
 */
import { parseArgs } from "node:util";
import { deriveSample } from "../derive-sample.ts";
import { writeNeutralCsv } from "../read/write-neutral-csv.ts";
import { readDayFile, UsageError } from "./read-day-file.ts";

const TICKETS = 330;

const { values } = parseArgs({
	options: { file: { type: "string" }, date: { type: "string" }, seed: { type: "string" }, count: { type: "string" } },
});

try {
	const { file, date } = values;
	const [seed, count] = [Number(values.seed), Number(values.count ?? TICKETS)];
	if (file === undefined || date === undefined || !Number.isInteger(seed) || !Number.isInteger(count)) {
		throw new UsageError("derive-sample --file CALL_LOG --date YYYY-MM-DD --seed NUMBER [--count NUMBER]");
	}
	const calls = await readDayFile(file, date);
	if (calls.source !== "call-log") throw new UsageError(`${file} is not the call log`);
	const comments = [
		"A branch's day, derived from one recorded day of bank calls; docs/replay.md says how.",
		'Source: "Anonymous Bank" call-centre data, I. Guedj and A. Mandelbaum, Technion - Israel Institute of Technology.',
		`derive-sample --date ${date} --seed ${seed} --count ${count}`,
	];
	process.stdout.write(writeNeutralCsv(deriveSample(calls.visits, count, seed), comments));
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}
