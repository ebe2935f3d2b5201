import { describe, expect, it } from "vitest";
import { figureWords } from "../../client-kit/words/figure-words.ts";
import { branchWords } from "../../console-client/words/branch-words.ts";
import { phoneWords } from "../../staff-client/words/phone-words.ts";

/** Every figure of a branch in the console, by what it measures. */
const FIGURES = [
	"issued",
	"served",
	"waitingTickets",
	"beingServed",
	"noShows",
	"branchNoShows",
	"countersOpen",
	"branchPaused",
	"meanWait",
	"branchLongestWait",
	"branchWithin",
	"reportP50",
	"reportP90",
	"reportMax",
	"reportServiceTime",
	"reportCancelled",
	"reportUnserved",
	"reportReturns",
	"helpOpen",
	"reportHelpAsked",
	"reportHelpPassedOn",
	"reportHelpEscalated",
] as const;

describe("the label of a figure", () => {
	it.each(["zh", "en"] as const)(
		"[CON-9] stands for one definition: no two measures are called the same (%s)",
		(lang) => {
			const labels = FIGURES.map((figure) => ({ ...figureWords[lang], ...branchWords[lang] })[figure]);
			expect(new Set(labels).size).toBe(FIGURES.length);
			// The phone shows the wait that is worst against its own target, which need not be the longest.
			expect(labels).not.toContain(phoneWords[lang].figureLongest);
			expect(phoneWords[lang].figureLongest).not.toMatch(/最长|最久|longest/i);
		},
	);
});
