import { baseline, type Evaluation, type Finding, result } from "./evaluation.ts";
import { LearningBranch, QUOTED_RULE, type ScoredQuote, WORLD } from "./learning-branch.ts";

const COUNTERS = 5;
/** The days of the seeds before the first are learned from and not scored. */
const LEARNED_DAYS = 20;
const WAPE_GOALS = [
	{ customers: 300, max: 25 },
	{ customers: 330, max: 22 },
] as const;
const HELD = { min: 88, max: 92 };

/**
 * Quotes of a simulated branch whose services and arrivals are known from its own days alone: each seed is a day, given at
 * issue to whoever has to wait. Errors are those of the median; ends are scored as quoted, before they are rounded.
 */
export const branchQuotes: Evaluation = {
	files: [],
	run({ seeds, progress }) {
		const days = LEARNED_DAYS + seeds.to - seeds.from + 1;
		return WAPE_GOALS.flatMap(({ customers, max }, load) => {
			const branch = new LearningBranch({ ...WORLD, customers }, COUNTERS, QUOTED_RULE.classes);
			const scored: ScoredQuote[] = [];
			for (let day = 0; day < days; day++) {
				const quotes = branch.playDay(seeds.from - LEARNED_DAYS + day);
				if (day >= LEARNED_DAYS) for (const each of quotes) scored.push(each);
				progress(load * days + day + 1, WAPE_GOALS.length * days);
			}
			return findingsOf(customers, scored, max);
		});
	},
};

function findingsOf(customers: number, scored: readonly ScoredQuote[], max: number): Finding[] {
	const waits = scored.reduce((sum, each) => sum + each.waitMs, 0);
	const wape = (of: (each: ScoredQuote) => number) =>
		(100 * scored.reduce((sum, each) => sum + Math.abs(each.waitMs - of(each)), 0)) / waits;
	const share = (list: readonly ScoredQuote[], holds: (each: ScoredQuote) => boolean) =>
		(100 * list.filter(holds).length) / Math.max(1, list.length);
	const held = (each: ScoredQuote) => each.waitMs <= each.quote.p90Ms;
	const of = (name: string) => scored.filter((each) => each.class === name);
	return [
		result(`${customers} a day: quotes`, "tickets", scored.length),
		baseline(
			`${customers} a day: WAPE of people waiting x mean service`,
			"%",
			wape(({ simpleMs }) => simpleMs),
		),
		result(
			`${customers} a day: WAPE`,
			"%",
			wape(({ quote }) => quote.p50Ms),
			{ max },
		),
		result(`${customers} a day: waits within P90`, "%", share(scored, held), HELD),
		...[...QUOTED_RULE.classes.keys()].map((name) =>
			result(`${customers} a day: waits within P90, ${name}`, "%", share(of(name), held), HELD),
		),
		result(
			`${customers} a day: called before P10`,
			"%",
			share(scored, (each) => each.waitMs < each.quote.p10Ms),
		),
	];
}
