import type { Reporter } from "vitest/node";

const MINUTE_MS = 60_000;

/**
 * A reporter that watches whether a run gets on: `onStandstill` is told in one sentence where it stood, once no file and
 * no test has begun or ended and nothing was printed for `afterMs`. A program inside workerd or a browser that never
 * answers would else hold a run for ever, because no test of it is running whose time could be over.
 */
export function watchForStandstill(afterMs: number, onStandstill: (sentence: string) => void): Reporter {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let last = "the start of the run";
	const goesOn = (what: string = last) => {
		last = what;
		clearTimeout(timer);
		timer = setTimeout(() => onStandstill(sentence(last, afterMs)), afterMs);
	};
	return {
		onInit: () => goesOn(),
		onTestModuleQueued: ({ relativeModuleId }) => goesOn(`${relativeModuleId}, which was to be loaded`),
		onTestModuleStart: ({ relativeModuleId }) => goesOn(`${relativeModuleId}, which had begun`),
		onTestCaseReady: ({ module, fullName }) => goesOn(`${module.relativeModuleId}, in "${fullName}"`),
		onTestCaseResult: ({ module, fullName }) => goesOn(`${module.relativeModuleId}, after "${fullName}"`),
		onTestModuleEnd: ({ relativeModuleId }) => goesOn(`${relativeModuleId}, which had ended`),
		onUserConsoleLog: () => goesOn(),
	};
}

function sentence(last: string, afterMs: number): string {
	return `Nothing has happened for ${afterMs / MINUTE_MS} minutes, so the run is ended. The last thing was ${last}.`;
}
