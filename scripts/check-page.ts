/**
 * `node scripts/check-page.ts [NAME]`: what one page of the phone costs, counted on the sheet `own-day` or another: its files, the
 * files that name it, its lines, and rules of style that are its own. Exit code 1 when that is more than a page may cost.
 */
import { globSync, readFileSync } from "node:fs";

const FILES_MAX = 5;
const name = process.argv[2] ?? "own-day";
const component = `${name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())}Sheet`;
const naming = new RegExp(`"${name}"|\\b${component}\\b|/${name}-sheet\\.tsx"`);

const read = (file: string) => readFileSync(file, "utf8");
const sources = globSync("staff-client/**/*.{ts,tsx}");
const own = sources.filter((file) => file.endsWith(`/${name}-sheet.tsx`));
const page = own.map(read).join("\n");
if (own.length === 0) throw new Error(`no page of the phone is called ${name}-sheet.tsx`);

/** Lines of other files that are there for this page alone: those that name it, and its words in both languages. */
const words = [...page.matchAll(/\bt\("(\w+)"/g)].map(([, key]) => `${key}:`);
const isFor = (file: string, line: string) =>
	file.includes("/words/") ? words.some((word) => line.trim().startsWith(word)) : naming.test(line);
const touched = sources
	.filter((file) => !own.includes(file))
	.map((file) => ({
		file,
		lines: read(file)
			.split("\n")
			.filter((line) => isFor(file, line)).length,
	}))
	.filter(({ lines }) => lines > 0);

/** A class that only this page uses is a rule of its own. */
const classes = [...page.matchAll(/className="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(" "));
const others = sources
	.filter((file) => !own.includes(file))
	.map(read)
	.join("\n");
const ownRules = classes.filter((each) => !new RegExp(`[" ]${each}[" ]`).test(others));

const files = own.length + touched.length;
const ownLines = page.trimEnd().split("\n").length;
const allLines = touched.reduce((sum, { lines }) => sum + lines, ownLines);
console.log(
	`${name}: ${files} files, ${allLines} lines, ${ownLines} of them its own; rules of style of its own ${ownRules.length}`,
);
for (const file of own) console.log(`  ${file}: the page`);
for (const { file, lines } of touched) console.log(`  ${file}: ${lines} lines`);
const isDear = files > FILES_MAX || ownRules.length > 0;
if (isDear) console.error(`${name} costs more than ${FILES_MAX} files without a rule of style: ${ownRules.join(", ")}`);
process.exitCode = isDear ? 1 : 0;
