/**
 * `npm test [files] [-- vitest's options]`: builds the pages, runs every project, and ends with the line `N passed, N failed`.
 * A file that does not load and an error outside every test count as failed: green means that all of it ran.
 */
import { parseCLI, startVitest, type Vitest } from "vitest/node";
import { run } from "./run.ts";

await run(process.execPath, ["scripts/build.ts"]);

const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const vitest = await startVitest("test", filter, { ...options, watch: false });
const { passed, failed } = tally(vitest);
await vitest.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

function tally({ state }: Vitest): { passed: number; failed: number } {
	let passed = 0;
	let failed = state.getUnhandledErrors().length;
	for (const module of state.getTestModules()) {
		// Errors of a module or a suite (an import, a hook) stand beside its tests and not among them.
		failed += module.errors().length;
		for (const suite of module.children.allSuites()) failed += suite.errors().length;
		for (const test of module.children.allTests()) {
			if (test.result().state === "passed") passed++;
			else failed++;
		}
	}
	return { passed, failed };
}
