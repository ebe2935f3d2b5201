import type { SeededRandom } from "../seeded-random.ts";
import { binOf, type StoredModel, type WrittenNode, writtenTree } from "./tree-model.ts";

/** How a model of boosted trees (least squares; Friedman 2001) is grown. */
export type Growth = {
	readonly trees: number;
	readonly leaves: number;
	readonly rate: number;
	readonly rowsInLeafMin: number;
	/** Shares of rows and features a tree looks at. */
	readonly rowShare: number;
	readonly featureShare: number;
};

const BINS = 64;

/** Cuts that divide each feature's values into about equally many. */
function cutsOf(rows: readonly (readonly number[])[], features: number): number[][] {
	return Array.from({ length: features }, (_, feature) => {
		const values = Float64Array.from(rows, (row) => row[feature] ?? 0).sort();
		const cuts = new Set<number>();
		for (let bin = 1; bin < BINS; bin++)
			cuts.add(Number((values[Math.floor((bin * values.length) / BINS)] ?? 0).toPrecision(5)));
		return [...cuts].sort((a, b) => a - b);
	});
}

/** Rows of values as bins, a column for each feature. */
export type Table = {
	readonly features: readonly string[];
	readonly cuts: readonly (readonly number[])[];
	readonly columns: readonly Uint8Array[];
};

export function tableOf(features: readonly string[], rows: readonly (readonly number[])[]): Table {
	const cuts = cutsOf(rows, features.length);
	const columns = cuts.map((own, feature) => Uint8Array.from(rows, (row) => binOf(own, row[feature] ?? 0)));
	return { features, cuts, columns };
}

type Node = {
	rows: Int32Array;
	sums: Float64Array;
	total: number;
	/** The best way to divide it; a gain of 0 is none. */
	gain: number;
	feature: number;
	bin: number;
	left: Node | null;
	right: Node | null;
};

/** Grows trees, each on what the ones before left over. */
export function growTrees(
	{ features, cuts, columns }: Table,
	target: Float64Array,
	growth: Growth,
	random: SeededRandom,
	onTree: () => void = () => {},
): StoredModel {
	const base = target.reduce((sum, each) => sum + each, 0) / Math.max(1, target.length);
	const left = target.map((each) => each - base);
	const trees: string[] = [];
	for (let tree = 0; tree < growth.trees; tree++) {
		const root = growTree(columns, left, growth, random);
		const nodes: WrittenNode[] = [];
		write(root, growth, nodes);
		trees.push(writtenTree(nodes));
		settle(root, columns, left, growth);
		onTree();
	}
	return { features, cuts: cuts.map((each) => each.join(" ")), base, trees };
}

function write(node: Node, growth: Growth, into: WrittenNode[]): void {
	if (node.left === null || node.right === null) {
		into.push({ value: leafValue(node, growth) });
		return;
	}
	into.push({ feature: node.feature, bin: node.bin });
	write(node.left, growth, into);
	write(node.right, growth, into);
}

/** Takes the tree's answer off every row, also of those it did not look at. */
function settle(root: Node, columns: readonly Uint8Array[], left: Float64Array, growth: Growth): void {
	for (let row = 0; row < left.length; row++) {
		let node = root;
		while (node.left !== null && node.right !== null) {
			node = (columns[node.feature]?.[row] ?? 0) <= node.bin ? node.left : node.right;
		}
		left[row] = (left[row] ?? 0) - leafValue(node, growth);
	}
}

function leafValue({ total, rows }: Node, { rate }: Growth): number {
	return (rate * total) / Math.max(1, rows.length);
}

function growTree(columns: readonly Uint8Array[], left: Float64Array, growth: Growth, random: SeededRandom): Node {
	const looksAt = columns.map(() => random.chance(growth.featureShare));
	const task = { columns, left, looksAt, growth };
	const rows = Int32Array.from([...left.keys()].filter(() => random.chance(growth.rowShare)));
	const root = nodeOf(task, rows, sumsOf(task, rows));
	const leaves = [root];
	while (leaves.length < growth.leaves) {
		const best = leaves.reduce((a, b) => (b.gain > a.gain ? b : a));
		if (best.gain <= 0) break;
		leaves.splice(leaves.indexOf(best), 1, ...divide(task, best));
	}
	return root;
}

type Task = {
	readonly columns: readonly Uint8Array[];
	readonly left: Float64Array;
	readonly looksAt: readonly boolean[];
	readonly growth: Growth;
};

/** Per feature and bin: the sum of what is left over, and the number of rows. */
function sumsOf({ columns, left, looksAt }: Task, of: Int32Array): Float64Array {
	const sums = new Float64Array(columns.length * BINS * 2);
	for (const [feature, column] of columns.entries()) {
		if (looksAt[feature] !== true) continue;
		const at = feature * BINS * 2;
		for (let index = 0; index < of.length; index++) {
			const row = of[index] as number;
			const place = at + (column[row] as number) * 2;
			sums[place] = (sums[place] as number) + (left[row] as number);
			sums[place + 1] = (sums[place + 1] as number) + 1;
		}
	}
	return sums;
}

function nodeOf({ columns, left, looksAt, growth }: Task, of: Int32Array, sums: Float64Array): Node {
	let total = 0;
	for (const row of of) total += left[row] ?? 0;
	const node: Node = { rows: of, sums, total, gain: 0, feature: 0, bin: 0, left: null, right: null };
	const whole = (total * total) / Math.max(1, of.length);
	for (let feature = 0; feature < columns.length; feature++) {
		if (looksAt[feature] !== true) continue;
		let sum = 0;
		let many = 0;
		for (let bin = 0; bin < BINS - 1; bin++) {
			sum += sums[(feature * BINS + bin) * 2] ?? 0;
			many += sums[(feature * BINS + bin) * 2 + 1] ?? 0;
			const others = of.length - many;
			if (many < growth.rowsInLeafMin) continue;
			if (others < growth.rowsInLeafMin) break;
			const gain = (sum * sum) / many + (total - sum) ** 2 / others - whole;
			if (gain > node.gain) Object.assign(node, { gain, feature, bin });
		}
	}
	return node;
}

/** The larger half's sums are the whole's less those of the smaller. */
function divide(task: Task, node: Node): readonly [Node, Node] {
	const column = task.columns[node.feature] ?? new Uint8Array();
	const low = node.rows.filter((row) => (column[row] ?? 0) <= node.bin);
	const high = node.rows.filter((row) => (column[row] ?? 0) > node.bin);
	const small = sumsOf(task, low.length < high.length ? low : high);
	const large = node.sums.map((sum, index) => sum - (small[index] ?? 0));
	const left = nodeOf(task, low, low.length < high.length ? small : large);
	const right = nodeOf(task, high, low.length < high.length ? large : small);
	Object.assign(node, { left, right });
	return [left, right];
}
