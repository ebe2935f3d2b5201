/**
 * `npm test [files or folders] [-- vitest's options]`: runs what is named, else everything, and ends with the line `N passed, N failed`.
 * `npm run test:quick` is its pure project, which needs neither pages nor a server. Pages are built when a browser test is among them.
 * A file that does not load and an error outside every test count as failed: green means that all of it ran. A run that
 * stands still is ended and has failed.
 */
import { parseCLI, startVitest, type TestCase, type Vitest } from "vitest/node";
import { watchForStandstill } from "./standstill.ts";

const SLOWEST_SHOWN = 10;
/** Longer than any test may take, with room for a machine that others use as well; a soak has tests of an hour. */
const STANDSTILL_MS = process.env.TINGTANG_SOAK === "1" ? 4_200_000 : 600_000;

const { filter, options } = parseCLI(["vitest", "run", ...process.argv.slice(2)]);
const guard = watchForStandstill(STANDSTILL_MS, (sentence) => {
	console.error(`\n${sentence}`);
	process.exit(1);
});
// Watches beside whatever reports, so that it cannot be left out.
const reporters = [options.reporters ?? "default"].flat();
const vitest = await startVitest("test", filter, { ...options, reporters: [...reporters, guard], watch: false });
const { passed, failed } = tally(vitest);
const slow = slowest(vitest);
await vitest.close();
console.log(`\nThe ${slow.length} slowest tests:\n${slow.join("\n")}\n`);
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

/** One line each, slowest first: seconds, file, name. */
function slowest({ state }: Vitest): string[] {
	const took = (test: TestCase) => test.diagnostic()?.duration ?? 0;
	return state
		.getTestModules()
		.flatMap((module) => [...module.children.allTests()])
		.sort((one, other) => took(other) - took(one))
		.slice(0, SLOWEST_SHOWN)
		.map(
			(test) => `${(took(test) / 1_000).toFixed(1).padStart(6)} s  ${test.module.relativeModuleId}  ${test.fullName}`,
		);
}
