/**
 * The walls that neither the compiler nor Biome can hold: the contract, the rules and the domain have no clock, no randomness and
 * nothing asynchronous; what runs on a lobby's cheap television takes the contract's types without its validator, and so do the rules;
 * and no page writes out a path of the API.
 */
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PURE_FOLDERS = ["schema", "rules", "worker/domain"];
const IMPURE = [
	{ call: /\bDate\.now\(/g, teach: "the time comes in with the command: take `now` as data" },
	{
		call: /\bnew Date\(/g,
		teach: "a calendar is computed by rules/calendar and worker/domain/day: a Date reads the machine's own zone",
	},
	{ call: /\bMath\.random\b/g, teach: "randomness comes in with the command" },
	{ call: /\bcrypto\./g, teach: "ids and secrets come in with the command" },
	{ call: /\bset(Timeout|Interval)\b/g, teach: "say when something is due, and the branch's alarm will ask" },
	{ call: /\bfetch\(/g, teach: "I/O belongs to worker/branch/, worker/records/ or worker/api/" },
	{
		call: /\basync\b/g,
		teach: "a decision is synchronous, so that nothing can come between its reading and its writing",
	},
];

/** The validator adds 28 KB to a page; client-kit/ is in here because both of the others bundle it. */
const LIGHT_FOLDERS = ["display-client", "kiosk-client", "client-kit"];
const VALUE_IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^;"]*?\bfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** Only so can a bundler leave out what is not used: the named import ships all of zod's languages, 40 KB of the worker. */
const NAMED_ZOD = /^import (?:type )?\{[^}]*\} from "zod"/gm;
const ZOD_FOLDERS = ["schema", "worker", "simulation", "scripts", "staff-client", "console-client"];

const PAGE_FOLDERS = globSync(["client-kit", "react-kit", "*-client"]);
/** `/api` at the beginning of a text or after a value in it, a path beside its method, a part of a path that stands for a value. */
const WRITTEN_PATH = /["'`}]\/api\b|\bpath:\s*["'`]\/|["'`}][^"'`\s]*\/:[a-z]\w*/g;

const faults: string[] = [];
for (const folder of PURE_FOLDERS) for (const file of sourcesOf(folder)) checkPurity(file);
for (const folder of LIGHT_FOLDERS) for (const file of sourcesOf(folder)) checkWeight(file);
for (const file of sourcesOf("rules")) checkRulesAlone(file);
for (const folder of ZOD_FOLDERS) for (const file of sourcesOf(folder)) checkZod(file);
for (const folder of PAGE_FOLDERS) for (const file of sourcesOf(folder)) checkPaths(file);
for (const fault of faults) console.error(fault);
console.log(`walls: ${faults.length === 0 ? "all stand" : `${faults.length} breached`}`);
process.exit(faults.length === 0 ? 0 : 1);

function checkPurity(file: string): void {
	const code = withoutComments(readFileSync(file, "utf8")).replace(/"(?:\\.|[^"\\\n])*"/g, '""');
	for (const { call, teach } of IMPURE) {
		for (const match of code.matchAll(call))
			fault(file, code, match.index, `${match[0]} does not belong here: ${teach}.`);
	}
}

function checkWeight(file: string): void {
	const code = withoutComments(readFileSync(file, "utf8"));
	for (const match of code.matchAll(VALUE_IMPORT)) {
		const target = match[1] ?? match[2] ?? "";
		if (!needsZod(file, target)) continue;
		fault(
			file,
			code,
			match.index,
			`"${target}" brings zod into the page: use \`import type\`, for of the contract only types may come here.`,
		);
	}
}

/** What the rules hold is loaded by every page and by the worker: of anything but themselves they know types alone. */
function checkRulesAlone(file: string): void {
	const code = withoutComments(readFileSync(file, "utf8"));
	for (const match of code.matchAll(VALUE_IMPORT)) {
		const target = match[1] ?? match[2] ?? "";
		if (join(dirname(file), target).startsWith("rules/")) continue;
		fault(
			file,
			code,
			match.index,
			`"${target}" does not belong here: rules/ imports itself, and of schema/ types alone.`,
		);
	}
}

function checkZod(file: string): void {
	const code = readFileSync(file, "utf8");
	for (const match of code.matchAll(NAMED_ZOD)) {
		fault(file, code, match.index, `${match[0]} brings the languages nobody reads: import * as z from "zod".`);
	}
}

function checkPaths(file: string): void {
	const code = withoutComments(readFileSync(file, "utf8"));
	for (const { 0: written, index } of code.matchAll(WRITTEN_PATH)) {
		fault(
			file,
			code,
			index,
			`${written} begins a path of the API: take its route from rules/routes/; \`call\` and \`addressOf\` write it.`,
		);
	}
}

/** Whether an import pulls zod in, directly or through files of the contract; plain constants such as the limits do not. */
function needsZod(importer: string, target: string, seen = new Set<string>()): boolean {
	if (target === "zod" || target.startsWith("zod/")) return true;
	const file = join(dirname(importer), target);
	if (!target.startsWith(".") || !/^(schema|rules)\//.test(file) || seen.has(file) || !existsSync(file)) return false;
	seen.add(file);
	const code = withoutComments(readFileSync(file, "utf8"));
	return [...code.matchAll(VALUE_IMPORT)].some((match) => needsZod(file, match[1] ?? match[2] ?? "", seen));
}

function fault(file: string, code: string, index: number, message: string): void {
	faults.push(`${file}:${code.slice(0, index).split("\n").length} ${message}`);
}

function sourcesOf(folder: string): string[] {
	return globSync(`${folder}/**/*.{ts,tsx}`, { exclude: (path) => path.includes("vite.config.ts") });
}

/** Blanks comments and keeps every line break, so that the line numbers stay true. */
function withoutComments(source: string): string {
	return source.replace(/\/\*[\s\S]*?\*\/|(?<![:\w"])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, " "));
}
