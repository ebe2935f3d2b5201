import { seededRandom } from "../seeded-random.ts";
import { type Growth, growTrees, tableOf } from "./boosted-trees.ts";
import type { CentreDay } from "./call-centre-day.ts";
import type { Features } from "./call-centre-features.ts";
import { walk } from "./call-centre-walk.ts";
import { binsOf, modelOf, predict, type StoredModel, type TreeModel } from "./tree-model.ts";

/** Two models of the square root of a wait: where its middle lies, and how far waits lie from it. */
export type StoredQuoteModel = {
	/** The last day that was learned from. */
	readonly trainedUntil: string;
	readonly middle: StoredModel;
	readonly spread: StoredModel;
};

export type QuoteModel = { readonly middle: TreeModel; readonly spread: TreeModel };

/** Waits are learned by their roots, so that the longest do not count for all; seconds added before, so that short ones do not either. */
const OFFSET_S = 5;
const MIDDLE: Growth = {
	trees: 200,
	leaves: 31,
	rate: 0.06,
	rowsInLeafMin: 100,
	rowShare: 0.6,
	featureShare: 0.5,
};
const SPREAD: Growth = { ...MIDDLE, trees: 80, leaves: 16, rate: 0.08, rowsInLeafMin: 300 };
/** In spreads: where one wait in ten lies beyond, before outcomes correct it. */
const BEYOND = 1.6;

/** Learns from days up to and with `until`; the same days and seed give the same model. */
export function trainQuoteModel(
	days: readonly CentreDay[],
	until: string,
	seed: number,
	progress: (done: number, total: number) => void,
): StoredQuoteModel {
	const rows: number[][] = [];
	const roots: number[] = [];
	let names: readonly string[] = [];
	const learned = days.filter(({ date }) => date <= until);
	walk(learned, {
		onArrival: (call, features) => {
			names = Object.keys(features);
			rows.push(Object.values(features));
			roots.push(Math.sqrt(call.leaveS - call.arrivalS + OFFSET_S));
		},
		onStart: () => {},
	});
	const table = tableOf(names, rows);
	let done = 0;
	const onTree = () => progress(++done, MIDDLE.trees + SPREAD.trees);
	const target = Float64Array.from(roots);
	const middle = growTrees(table, target, MIDDLE, seededRandom(seed), onTree);
	const model = modelOf(middle);
	const bins = new Uint8Array(names.length);
	const away = target.map((root, row) => Math.abs(root - predict(model, binsOf(model.cuts, rows[row] ?? [], bins))));
	const spread = growTrees(table, away, SPREAD, seededRandom(seed + 1), onTree);
	return { trainedUntil: learned.at(-1)?.date ?? until, middle, spread };
}

export function quoteModelOf({ middle, spread }: StoredQuoteModel): QuoteModel {
	return { middle: modelOf(middle), spread: modelOf(spread) };
}

/** A quote in seconds; the ends as far from the middle as outcomes taught. */
export type CentreQuote = { readonly p10S: number; readonly p50S: number; readonly p90S: number };

export function centreQuote(
	{ middle, spread }: QuoteModel,
	features: Features,
	stretch: { readonly lower: number; readonly upper: number },
): CentreQuote {
	const bins = binsOf(
		middle.cuts,
		middle.features.map((name) => features[name] ?? 0),
		new Uint8Array(middle.features.length),
	);
	const root = Math.max(Math.sqrt(OFFSET_S), predict(middle, bins));
	const away = BEYOND * Math.max(0, predict(spread, bins));
	const seconds = (of: number) => Math.max(0, of ** 2 - OFFSET_S);
	return {
		p10S: seconds(Math.max(0, root - away / stretch.lower)),
		p50S: seconds(root),
		p90S: seconds(root + away * stretch.upper),
	};
}
