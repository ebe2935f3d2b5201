import { parseArgs } from "node:util";
import { DATA_FILES, type DataFile } from "../evaluate/evaluation.ts";
import { UsageError } from "./read-day-file.ts";

export const EVALUATE_USAGE = `npm run evaluate -- COMMAND [--data DIR] [--seeds A-B] [--json] [--strict]

  --data           folder of the recorded data; fairness and branch-quotes need none
  --seeds          first and last seed of the simulations, such as 1-20; default 1-20
  --json           print the findings as JSON
  --strict         exit code 1 when a goal is missed
${Object.values(DATA_FILES)
	.map(({ option, usual }) => `  --${option.padEnd(15)}name of that file in the folder; default ${usual}`)
	.join("\n")}`;

const DEFAULT_SEEDS = { from: 1, to: 20 };
const SEED_MAX = 2 ** 31;

export type EvaluationCommand = {
	readonly name: string;
	readonly data: string | undefined;
	readonly files: Readonly<Record<DataFile, string>>;
	readonly seeds: { readonly from: number; readonly to: number };
	readonly json: boolean;
	readonly strict: boolean;
};

/** Throws `UsageError` that says which word is wrong. */
export function readEvaluationOptions(args: readonly string[], commands: readonly string[]): EvaluationCommand {
	const named = Object.fromEntries(
		Object.values(DATA_FILES).map(({ option }) => [option, { type: "string" } as const]),
	);
	const usage = `${EVALUATE_USAGE}\n\nCommands: ${commands.join(", ")}`;
	const { values, positionals } = parsed(() =>
		parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				...named,
				data: { type: "string" },
				seeds: { type: "string" },
				json: { type: "boolean" },
				strict: { type: "boolean" },
				help: { type: "boolean" },
			},
		}),
	);
	const [name] = positionals;
	if (values.help || name === undefined) throw new UsageError(usage);
	if (positionals.length > 1 || !commands.includes(name)) throw new UsageError(`${positionals.join(" ")}: ${usage}`);
	const all: Readonly<Record<string, unknown>> = values;
	const files = Object.entries(DATA_FILES).map(([file, { option, usual }]) => [file, String(all[option] ?? usual)]);
	return {
		name,
		data: values.data,
		files: Object.fromEntries(files) as Record<DataFile, string>,
		seeds: values.seeds === undefined ? DEFAULT_SEEDS : seedsOf(values.seeds),
		json: values.json ?? false,
		strict: values.strict ?? false,
	};
}

function seedsOf(text: string): { from: number; to: number } {
	const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? [];
	const [from, to] = [Number(first), Number(last)];
	if (!(from <= to && to < SEED_MAX)) throw new UsageError(`--seeds ${text}: two whole numbers, such as 1-20`);
	return { from, to };
}

function parsed<Value>(parse: () => Value): Value {
	try {
		return parse();
	} catch (error) {
		throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${EVALUATE_USAGE}`);
	}
}
