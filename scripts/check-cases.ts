/**
 * `node scripts/check-cases.ts`: what each kind of case costs, in files and lines of code, words and tests apart; and whether the engine, which moves, stores,
 * shows and lists cases of any kind, names none of them. Exit code 1 when it does, or when a kind costs too much.
 */
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { CASE_KIND_NAMES, type CaseKind, definitionOf } from "../rules/case/kinds.ts";

type Cost = { readonly files: number; readonly lines: number };
const LIMIT: Cost = { files: 15, lines: 600 };
const CODE = "{rules,schema,worker,client-kit,react-kit,staff-client,console-client}";
/** Where kinds are put together, each in a line of its own. */
const TABLES = globSync(["rules/case/kinds.ts", "client-kit/words/case/kind-words.ts"]);

const linesOf = (file: string) => readFileSync(file, "utf8").split("\n");
const isWords = (file: string) => file.includes("/words/");
const isOwn = (file: string, kind: CaseKind) =>
	basename(file).replace(/\.tsx?$/, "") === kind || file.includes(`/${kind}/`);
/** A kind that is older than cases has files outside the engine's folders as well, which name it in their names. */
const isOlder = (file: string, kind: CaseKind) =>
	definitionOf(kind).sealedAs !== undefined && new RegExp(`[/-]${kind}s?(/|-[a-z-]+\\.|\\.tsx?$)`).test(file);
const engine = globSync([`${CODE}/**/{case,cases}/**/*.{ts,tsx}`, `${CODE}/**/case*.{ts,tsx}`]);
const all = globSync(`${CODE}/**/*.{ts,tsx}`);
/** A line that names a kind: as a value, as the first part of a right, or by importing it. */
const naming = (kind: CaseKind) => new RegExp(`["'\`]${kind}(["'\`]|\\.[a-z])|["'/]${kind}\\.ts["']`);

let faults = 0;
for (const kind of CASE_KIND_NAMES) {
	const names = naming(kind);
	for (const file of engine) {
		if (isOwn(file, kind) || TABLES.includes(file)) continue;
		for (const [index, line] of linesOf(file).entries()) {
			if (!names.test(line)) continue;
			faults++;
			console.error(`${file}:${index + 1}: the engine names the kind ${kind}: ${line.trim()}`);
		}
	}
	const own = [
		...new Set([...engine.filter((file) => isOwn(file, kind)), ...all.filter((file) => isOlder(file, kind))]),
	];
	// Rows of tables that every kind has one in: its rights, their names, the kind itself.
	const right = new RegExp(`["'\`]${kind}\\.[a-z]`);
	const shared = all.filter((file) => !own.includes(file) && linesOf(file).some((line) => right.test(line)));
	const rows = [...shared, ...TABLES].flatMap((file) =>
		linesOf(file)
			.filter((line) => names.test(line))
			.map(() => isWords(file)),
	);
	const count = (words: boolean) => {
		const files = own.filter((file) => isWords(file) === words);
		const lines =
			files.reduce((sum, file) => sum + linesOf(file).length, 0) + rows.filter((each) => each === words).length;
		const touched = [...shared, ...TABLES].filter((file) => isWords(file) === words);
		return { files: files.length + touched.length, lines };
	};
	const [code, words] = [count(false), count(true)];
	const tests = globSync("tests/**/*.{ts,tsx}").filter((file) => isOwn(file, kind) || isOlder(file, kind));
	console.log(
		`${kind}: ${code.files} files, ${code.lines} lines; words ${words.files} files, ${words.lines} lines; tests of its own ${tests.length}`,
	);
	if (code.files > LIMIT.files || code.lines > LIMIT.lines) {
		faults++;
		console.error(`${kind} costs more than ${LIMIT.files} files or ${LIMIT.lines} lines`);
	}
}
process.exitCode = faults === 0 ? 0 : 1;
