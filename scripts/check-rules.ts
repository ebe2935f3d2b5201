import { existsSync, globSync, readFileSync } from "node:fs";

/**
 * SPEC.md and the tests belong together: every rule has a number of its own and is named by at least one test, every test file names a rule, and no
 * test names a rule that does not exist. What docs/security.md names as proof must be there.
 */
const THREATS = "docs/security.md";
const spec = readFileSync("SPEC.md", "utf8");
const written = [...spec.matchAll(/^- \*\*([A-Z]{3,4}-\d+)\*\*/gm)].map(([, id]) => id ?? "");
const rules = new Set(written);
const named = new Set<string>();
const faults: string[] = [];
for (const id of written.filter((each, at) => written.indexOf(each) !== at)) faults.push(`SPEC.md: ${id} is two rules`);
for (const file of globSync("tests/**/*.test.{ts,tsx}")) {
	const ids = [...readFileSync(file, "utf8").matchAll(/\[([A-Z]{3,4}-\d+)\]/g)].map(([, id]) => id ?? "");
	if (ids.length === 0) faults.push(`${file}: names no rule of SPEC.md`);
	for (const id of ids) {
		if (!rules.has(id)) faults.push(`${file}: names ${id}, which SPEC.md does not have`);
		named.add(id);
	}
}
const threats = readFileSync(THREATS, "utf8");
for (const [, id = ""] of threats.matchAll(/\[([A-Z]{3,4}-\d+)\]/g)) {
	if (!rules.has(id)) faults.push(`${THREATS}: names ${id}, which SPEC.md does not have`);
}
for (const [, file = ""] of threats.matchAll(/`(tests\/[^`]+)`/g)) {
	if (!existsSync(file)) faults.push(`${THREATS}: names ${file}, which does not exist`);
}
for (const id of rules) if (!named.has(id)) faults.push(`SPEC.md: ${id} has no test`);
for (const fault of new Set(faults)) console.error(fault);
console.log(`${rules.size} rules, ${named.size} named by tests`);
process.exitCode = faults.length === 0 ? 0 : 1;
