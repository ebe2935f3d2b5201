import type { Reporter, TestModule, TestSpecification } from "vitest/node";

const MINUTE_MS = 60_000;

/** Where a run stood still. */
export type Standstill = {
	/** What the last thing was that happened, in one sentence. */
	readonly sentence: string;
	/** Ended files, whose results hold. */
	readonly ended: readonly TestModule[];
	/** Files that had not begun, by path; null: it stood in the middle of a file, and whatever holds that holds it again. */
	readonly left: readonly string[] | null;
};

/**
 * A reporter that watches whether a run gets on: `onStandstill` is told where it stood, once no file and no test has begun or
 * ended and nothing was printed, for `insideMs` within a file, for `betweenMs` between two. A program inside workerd or a
 * browser that never answers would else hold a run for ever, because no test of it is running whose time could be over.
 */
export function watchForStandstill(
	{ insideMs, betweenMs }: { readonly insideMs: number; readonly betweenMs: number },
	onStandstill: (standstill: Standstill) => void,
): Reporter {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let last = "the start of the run";
	const left = new Set<string>();
	const begun = new Set<string>();
	const ended: TestModule[] = [];
	const goesOn = (what: string = last) => {
		last = what;
		clearTimeout(timer);
		// Pages are built and a server is started before the first file.
		const afterMs = begun.size > 0 || ended.length === 0 ? insideMs : betweenMs;
		timer = setTimeout(() => {
			const sentence = `Nothing has happened for ${afterMs / MINUTE_MS} minutes. The last thing was ${last}.`;
			onStandstill({ sentence, ended, left: begun.size > 0 || ended.length === 0 ? null : [...left] });
		}, afterMs);
	};
	return {
		onInit: () => goesOn(),
		onTestRunStart: (specifications: readonly TestSpecification[]) => {
			for (const { moduleId } of specifications) left.add(moduleId);
		},
		onTestModuleQueued: ({ relativeModuleId }) => goesOn(`${relativeModuleId}, which was to be loaded`),
		onTestModuleStart: ({ moduleId, relativeModuleId }) => {
			begun.add(moduleId);
			goesOn(`${relativeModuleId}, which had begun`);
		},
		onTestCaseReady: ({ module, fullName }) => goesOn(`${module.relativeModuleId}, in "${fullName}"`),
		onTestCaseResult: ({ module, fullName }) => goesOn(`${module.relativeModuleId}, after "${fullName}"`),
		onTestModuleEnd: (module) => {
			begun.delete(module.moduleId);
			left.delete(module.moduleId);
			ended.push(module);
			goesOn(`${module.relativeModuleId}, which had ended`);
		},
		onUserConsoleLog: () => goesOn(),
	};
}
