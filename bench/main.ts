/**
 * `npm run bench [-- --json] [--only fanout100,wake]`: measures the system beside the least that could do its work. With `--json` standard
 * output is one JSON object; progress goes to standard error. Exit code 1 when something could not be measured, 2 on wrong use.
 */
import { parseArgs } from "node:util";
import { caseStep } from "./case-step.ts";
import { commands } from "./commands.ts";
import { dueList } from "./due-list.ts";
import { fanout } from "./fanout.ts";
import { flood } from "./flood.ts";
import { forecast } from "./forecast.ts";
import { type BenchServer, startBenchServer } from "./hall/bench-server.ts";
import { hallQuote } from "./hall-quotes.ts";
import { latency } from "./latency.ts";
import { learnDay } from "./learn-day.ts";
import type { FailedMeasure, Measure } from "./measure/measure.ts";
import { table } from "./measure/table.ts";
import { pageWeight } from "./page-weight.ts";
import { rollOut } from "./roll-out.ts";
import { sealOpen } from "./seal-open.ts";
import { served } from "./served.ts";
import { sessionCheck } from "./session-check.ts";
import { signIn } from "./sign-in.ts";
import { simulatedDay } from "./simulated-day.ts";
import { wake } from "./wake.ts";
import { wholeDay } from "./whole-day.ts";
import { workerWeight } from "./worker-weight.ts";

type Name = (typeof NAMES)[number];
type Taken = Partial<Record<Name, Measure>>;
const NAMES = [
	"fanout100",
	"fanout1000",
	"commands",
	"commandsSocket",
	"served",
	"wake",
	"wakeWithCases",
	"rowsPerCommand",
	"latency",
	"patchBytes",
	"displayKiB",
	"kioskKiB",
	"phoneKiB",
	"workerKiB",
	"signIn",
	"sessionCheck",
	"sealOpen",
	"hallQuote",
	"flood",
	"caseStep",
	"dueList",
	"rollout",
	"simulatedDay",
	"forecast",
	"learnDay",
] as const;

const FANOUT_100 = { sockets: 100, commandsPerSlice: 20, rounds: 48, target: { of: "ratio", atLeast: 0.8 } } as const;
const FANOUT_1000 = { sockets: 1_000, commandsPerSlice: 8, rounds: 10, target: { of: "ratio", atLeast: 0.9 } } as const;
/** Open cases of a branch with a large backlog. */
const OPEN_CASES = 2_000;

/** Measures that are taken together, and how; `bench` starts the common server when it is first asked for. */
const RUNS: readonly (readonly [names: readonly Name[], run: (bench: () => Promise<BenchServer>) => Promise<Taken>])[] =
	[
		[["displayKiB"], async () => ({ displayKiB: await pageWeight("display") })],
		[["kioskKiB"], async () => ({ kioskKiB: await pageWeight("kiosk") })],
		[["phoneKiB"], async () => ({ phoneKiB: await pageWeight("staff") })],
		[["workerKiB"], async () => ({ workerKiB: await workerWeight() })],
		[["commands", "commandsSocket"], async (bench) => commands(await bench())],
		[["served"], async () => ({ served: await served() })],
		[["fanout100"], async (bench) => ({ fanout100: await fanout(await bench(), FANOUT_100) })],
		[["fanout1000"], async (bench) => ({ fanout1000: await fanout(await bench(), FANOUT_1000) })],
		[["latency"], async (bench) => ({ latency: await latency(await bench()) })],
		[["wake"], async (bench) => ({ wake: await wake(await bench(), "sh-wake") })],
		[["wakeWithCases"], async (bench) => ({ wakeWithCases: await wake(await bench(), "sh-wakecases", OPEN_CASES) })],
		[["caseStep"], async (bench) => ({ caseStep: await caseStep(await bench()) })],
		[["dueList"], async () => ({ dueList: await dueList() })],
		[["rollout"], async () => ({ rollout: await rollOut() })],
		[["signIn"], async (bench) => ({ signIn: await signIn(await bench()) })],
		[["sessionCheck"], async (bench) => ({ sessionCheck: await sessionCheck(await bench()) })],
		[["sealOpen"], async () => ({ sealOpen: await sealOpen() })],
		[["hallQuote"], async () => ({ hallQuote: hallQuote() })],
		[["flood"], async () => ({ flood: await flood() })],
		[["forecast"], async () => ({ forecast: await forecast() })],
		[["learnDay"], async () => ({ learnDay: await learnDay() })],
		[["simulatedDay"], async () => ({ simulatedDay: await simulatedDay() })],
		[["rowsPerCommand", "patchBytes"], () => wholeDay()],
	];

const wanted = readOptions();
// Only the result goes to standard output; the tools below have words of their own.
console.log = console.error;
const common: { server?: Promise<BenchServer> } = {};
const results: Partial<Record<Name, Measure | FailedMeasure>> = {};
try {
	for (const [names, run] of RUNS) {
		if (names.some((name) => wanted.names.includes(name))) await take(names, run);
	}
} finally {
	await (await common.server)?.stop();
}
const ordered = Object.fromEntries(NAMES.flatMap((name) => (results[name] ? [[name, results[name]]] : [])));
process.stdout.write(wanted.json ? `${JSON.stringify(ordered, null, "\t")}\n` : table(ordered));
process.exitCode = Object.values(ordered).some((each) => "failed" in each) ? 1 : 0;

async function take(names: readonly Name[], run: (typeof RUNS)[number][1]): Promise<void> {
	console.error(`${names.join(", ")} ...`);
	try {
		Object.assign(results, await run(() => (common.server ??= startBenchServer())));
	} catch (error) {
		const failed = error instanceof Error ? error.message : String(error);
		for (const name of names) results[name] = { failed };
	}
}

function readOptions(): { readonly json: boolean; readonly names: readonly string[] } {
	try {
		const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, only: { type: "string" } } });
		const names = values.only?.split(",") ?? [...NAMES];
		const unknown = names.find((name) => !NAMES.some((known) => known === name));
		if (unknown !== undefined) throw new Error(`there is no measure ${unknown}; there are ${NAMES.join(", ")}`);
		return { json: values.json, names };
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(2);
	}
}
