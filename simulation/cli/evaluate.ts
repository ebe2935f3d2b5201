/**
 * `npm run evaluate`: measures forecasts, fairness, quotes and the calendar by their protocols (docs/evaluation.md).
 * Exit code 1 when `--strict` and a goal is missed, 2 on wrong use.
 */

import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { branchQuotes } from "../evaluate/branch-quotes.ts";
import { calendar } from "../evaluate/calendar.ts";
import { type DataFile, type Evaluation, type Finding, isReached } from "../evaluate/evaluation.ts";
import { fairness } from "../evaluate/fairness.ts";
import { forecast } from "../evaluate/forecast.ts";
import { quotes } from "../evaluate/quotes.ts";
import { type EvaluationCommand, readEvaluationOptions } from "./evaluation-options.ts";
import { findingsTable } from "./evaluation-table.ts";
import { readText, UsageError } from "./read-day-file.ts";

/** Each command is one file of simulation/evaluate/. */
const COMMANDS: Readonly<Record<string, Evaluation>> = {
	calendar,
	fairness,
	forecast,
	quotes,
	"branch-quotes": branchQuotes,
};

try {
	const command = readEvaluationOptions(process.argv.slice(2), Object.keys(COMMANDS));
	const findings = await evaluate(command);
	const { name, seeds } = command;
	console.log(
		command.json
			? JSON.stringify({ command: name, seeds, findings: findings.map(withVerdict) }, null, "\t")
			: findingsTable(name, findings),
	);
	if (command.strict && findings.some((each) => isReached(each) === false)) process.exitCode = 1;
} catch (error) {
	if (!(error instanceof UsageError)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}

async function evaluate({ name, data, files, seeds }: EvaluationCommand): Promise<readonly Finding[]> {
	const evaluation = COMMANDS[name];
	if (evaluation === undefined) throw new UsageError(`${name} is no command`);
	const texts = new Map<DataFile, string>();
	for (const file of evaluation.files) {
		if (data === undefined) throw new UsageError(`${name} reads ${files[file]}: name its folder with --data`);
		texts.set(file, await readText(join(data, files[file])));
	}
	const bar = new SingleBar({ format: "{bar} {percentage}%, {eta_formatted} to go", hideCursor: true });
	let started = false;
	const progress = (done: number, total: number) => {
		if (!started) bar.start(total, done);
		started = true;
		bar.update(done);
	};
	try {
		return evaluation.run({ text: (file) => texts.get(file) ?? missing(file), seeds, progress });
	} finally {
		if (started) bar.stop();
	}
}

function missing(file: DataFile): never {
	throw new Error(`the evaluation does not say that it reads ${file}`);
}

function withVerdict(finding: Finding) {
	const reached = isReached(finding);
	return reached === null ? finding : { ...finding, reached };
}
