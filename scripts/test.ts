/**
 * `npm test [files or folders] [-- vitest's options]`: runs what is named, else everything, and ends with the line `N passed, N failed`.
 * `npm run test:quick` is its pure project, which needs neither pages nor a server. Pages are built when a browser test is among them.
 * A file that does not load and an error outside every test count as failed: green means that all of it ran. A run that
 * stands still within a file has failed; what one that stands still between two has not begun is run once more.
 */
import { spawnSync } from "node:child_process";
import { parseCLI, startVitest, type TestCase, type TestModule } from "vitest/node";
import { type Standstill, watchForStandstill } from "./process/standstill.ts";

type Tally = { readonly passed: number; readonly failed: number };

const SLOWEST_SHOWN = 10;
/** Longer than any test may take, with room for a machine that others use as well; a soak has tests of an hour. */
const INSIDE_MS = process.env.TINGTANG_SOAK === "1" ? 4_200_000 : 600_000;
/** Longer than any file takes to load. */
const BETWEEN_MS = 240_000;
/** What a run counted that stood still before this one. */
const BEFORE = "TINGTANG_TESTS_BEFORE";
const before: Tally | null = JSON.parse(process.env[BEFORE] ?? "null");

const given = process.argv.slice(2);
const { filter, options } = parseCLI(["vitest", "run", ...given]);
const guard = watchForStandstill({ insideMs: INSIDE_MS, betweenMs: BETWEEN_MS }, goOn);
// Watches beside whatever reports, so that it cannot be left out.
const reporters = [options.reporters ?? "default"].flat();
const vitest = await startVitest("test", filter, { ...options, reporters: [...reporters, guard], watch: false });
const { state } = vitest;
const counted = tally(state.getTestModules(), state.getUnhandledErrors().length);
const slow = slowest(state.getTestModules());
await vitest.close();
console.log(`\nThe ${slow.length} slowest tests:\n${slow.join("\n")}\n`);
end(counted);

function end({ passed, failed }: Tally): never {
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

/** Runs what is left in a process of its own: in this one somebody is waited for who will never answer. */
function goOn({ sentence, ended, left }: Standstill): never {
	console.error(`\n${sentence}`);
	if (left === null || (left.length > 0 && before !== null)) process.exit(1);
	if (left.length === 0) end(tally(ended, 0));
	console.error(`The ${left.length} files that had not begun are run once more.\n`);
	const named = given.filter((each) => !filter.includes(each));
	const env = { ...process.env, [BEFORE]: JSON.stringify(tally(ended, 0)) };
	const again = spawnSync(process.execPath, [import.meta.filename, ...left, ...named], { env, stdio: "inherit" });
	process.exit(again.status ?? 1);
}

function tally(modules: readonly TestModule[], errors: number): Tally {
	let [passed, failed] = [before?.passed ?? 0, (before?.failed ?? 0) + errors];
	for (const module of modules) {
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
function slowest(modules: readonly TestModule[]): string[] {
	const took = (test: TestCase) => test.diagnostic()?.duration ?? 0;
	return modules
		.flatMap((module) => [...module.children.allTests()])
		.sort((one, other) => took(other) - took(one))
		.slice(0, SLOWEST_SHOWN)
		.map(
			(test) => `${(took(test) / 1_000).toFixed(1).padStart(6)} s  ${test.module.relativeModuleId}  ${test.fullName}`,
		);
}
