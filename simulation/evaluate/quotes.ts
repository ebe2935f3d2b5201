import { type Calibration, dayStepOf, stretchOf, UNCALIBRATED, withOutcome } from "../../rules/quote-calibration.ts";
import { CALL_TYPES, type CentreCall, centreDays } from "./call-centre-day.ts";
import type { Features } from "./call-centre-features.ts";
import { type CentreQuote, centreQuote, type QuoteModel, quoteModelOf } from "./call-centre-model.ts";
import { walk } from "./call-centre-walk.ts";
import stored from "./call-model.json" with { type: "json" };
import { baseline, type Evaluation, type Finding, result } from "./evaluation.ts";

const PREFERRED = 2;
/** Of fewer quotes a share cannot be told to a percent: they are shown and have no goal. */
const JUDGED_MIN = 1_000;
/** Of a day before any of its weekday was seen. */
const USUAL_QUOTES = 500;
const HELD = { min: 89, max: 91 };
const DAY_HELD = { min: 0.85, max: 0.95 };

type Scored = {
	readonly day: string;
	readonly type: string;
	readonly preferred: boolean;
	readonly waitS: number;
	readonly quote: CentreQuote;
	/** Last wait to end; first in line of the class; people ahead x mean service over the agents. */
	readonly simple: { readonly les: number; readonly hol: number; readonly ahead: number };
};

/**
 * Quotes of a call centre's recorded days after those the model was trained on. Each is given as the call comes in, from
 * what had happened by then; outcomes correct the ends of later quotes only.
 */
export const quotes: Evaluation = {
	files: ["calls"],
	run({ text, progress }) {
		return findingsOf(scoreQuotes(text("calls"), quoteModelOf(stored), stored.trainedUntil, progress));
	},
};

export function scoreQuotes(
	text: string,
	model: QuoteModel,
	trainedUntil: string,
	progress: (done: number, total: number) => void,
): Scored[] {
	const scored: Scored[] = [];
	const given = new Map<CentreCall, CentreQuote & { readonly class: string; readonly ahead: number }>();
	let calibration: Calibration = UNCALIBRATED;
	const days = centreDays(text);
	/** How many quotes the latest day of each weekday had, and today so far. */
	const latest = new Map<number, number>();
	let today = { date: "", weekday: 0, quotes: 0, step: 0 };
	const visitor = {
		onArrival: (call: CentreCall, features: Features, { date }: { readonly date: string }) => {
			const { weekday = 0 } = features;
			if (date !== today.date) {
				latest.set(today.weekday, today.quotes);
				today = { date, weekday, quotes: 0, step: dayStepOf(latest.get(weekday) ?? USUAL_QUOTES) };
			}
			today.quotes++;
			if (date <= trainedUntil) return;
			const preferred = call.priority === PREFERRED;
			const type = CALL_TYPES[call.type] ?? "";
			const whom = { class: preferred ? `${type} preferred` : type, ahead: features.ahead ?? 0 };
			const stretch = {
				lower: stretchOf(calibration, "lower", whom),
				upper: stretchOf(calibration, "upper", whom),
			};
			const quote = centreQuote(model, features, stretch);
			given.set(call, { ...quote, ...whom });
			const waitS = call.leaveS - call.arrivalS;
			scored.push({ day: date, type, preferred, waitS, quote, simple: simpleOf(features) });
		},
		onStart: (call: CentreCall) => {
			const quote = given.get(call);
			if (quote === undefined) return;
			given.delete(call);
			const waitS = call.leaveS - call.arrivalS;
			const outcome = { short: waitS < quote.p10S, long: waitS > quote.p90S };
			calibration = withOutcome(calibration, quote, outcome, today.step);
		},
	};
	walk(days, visitor, (done) => progress(done, days.length));
	return scored;
}

function simpleOf({ les = 0, holClass = 0, ahead = 0, latestService = 0, busy = 0 }: Features): Scored["simple"] {
	return { les: Math.max(0, les), hol: holClass, ahead: ((ahead + 1) * latestService) / Math.max(1, busy) };
}

function findingsOf(scored: readonly Scored[]): Finding[] {
	const mean = (of: (each: Scored) => number) =>
		scored.reduce((sum, each) => sum + of(each), 0) / Math.max(1, scored.length);
	const error = (of: (each: Scored) => number) => mean((each) => Math.abs(each.waitS - of(each)));
	const held = (each: Scored) => each.waitS <= each.quote.p90S;
	const share = (list: readonly Scored[]) => (100 * list.filter(held).length) / Math.max(1, list.length);
	const days = Map.groupBy(scored, ({ day }) => day);
	const good = [...days.values()].filter((list) => {
		const of = share(list) / 100;
		return of >= DAY_HELD.min && of <= DAY_HELD.max;
	});
	const groups = [
		...Map.groupBy(scored, ({ preferred }) => (preferred ? "preferred" : "regular")),
		...Map.groupBy(scored, ({ type }) => type),
	];
	return [
		result("scored calls", "calls", scored.length),
		result(
			"mean wait",
			"s",
			mean(({ waitS }) => waitS),
		),
		baseline(
			"MAE of the last wait that ended",
			"s",
			error(({ simple }) => simple.les),
		),
		baseline(
			"MAE of the first in line of the class",
			"s",
			error(({ simple }) => simple.hol),
		),
		baseline(
			"MAE of people ahead x mean service",
			"s",
			error(({ simple }) => simple.ahead),
		),
		result(
			"MAE",
			"s",
			error(({ quote }) => quote.p50S),
			{ max: 56 },
		),
		result("RMSE", "s", Math.sqrt(mean(({ waitS, quote }) => (waitS - quote.p50S) ** 2))),
		result("waits within P90", "%", share(scored), HELD),
		...groups.map(([name, list]) =>
			result(
				`waits within P90, ${name} (${list.length})`,
				"%",
				share(list),
				list.length < JUDGED_MIN ? undefined : HELD,
			),
		),
		result("waits shorter than P10", "%", 100 * mean(({ waitS, quote }) => (waitS < quote.p10S ? 1 : 0))),
		result(
			"pinball loss of P90",
			"s",
			mean(({ waitS, quote }) => pinballOf(waitS - quote.p90S)),
		),
		result("days with 85 to 95 % within P90", "%", (100 * good.length) / Math.max(1, days.size), { min: 98 }),
	];
}

function pinballOf(over: number): number {
	return over > 0 ? 0.9 * over : -0.1 * over;
}
