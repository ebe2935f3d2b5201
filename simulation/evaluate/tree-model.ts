/** Trees that add up, with the thresholds their features are cut at; nodes of all trees behind each other. */
export type TreeModel = {
	readonly features: readonly string[];
	/** Ascending cuts of each feature: a value belongs to the first bin whose cut is not below it. */
	readonly cuts: readonly (readonly number[])[];
	readonly base: number;
	/** Where each tree begins. */
	readonly roots: readonly number[];
	/** The feature a node asks for; `LEAF` of a leaf. */
	readonly feature: Uint8Array;
	/** Values of this bin and below go left, to the next node; the others to `right`. */
	readonly bin: Uint8Array;
	readonly right: Int32Array;
	/** What a leaf adds. */
	readonly value: Float64Array;
};

export const LEAF = 255;
/** Of a leaf's value as it is stored: enough for hundredths of a second. */
const DIGITS = 4;

/** Writes the bins of a row of values, in the order of the features. */
export function binsOf(cuts: TreeModel["cuts"], row: readonly number[], into: Uint8Array): Uint8Array {
	for (const [index, own] of cuts.entries()) into[index] = binOf(own, row[index] ?? 0);
	return into;
}

/** The first cut that is not below the value. */
export function binOf(cuts: readonly number[], value: number): number {
	let low = 0;
	let high = cuts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((cuts[middle] ?? 0) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** What the trees say of a row of bins. */
export function predict({ base, roots, feature, bin, right, value }: TreeModel, bins: Uint8Array): number {
	let sum = base;
	for (const root of roots) {
		let node = root;
		for (let asks = feature[node] ?? LEAF; asks !== LEAF; asks = feature[node] ?? LEAF) {
			node = (bins[asks] ?? 0) <= (bin[node] ?? 0) ? node + 1 : (right[node] ?? 0);
		}
		sum += value[node] ?? 0;
	}
	return sum;
}

/** A model as it is kept: a line for each tree, its nodes from the root down, left before right, `feature:bin` or a leaf's value. */
export type StoredModel = {
	readonly features: readonly string[];
	readonly cuts: readonly string[];
	readonly base: number;
	readonly trees: readonly string[];
};

/** One node as it is written. */
export type WrittenNode = { readonly feature: number; readonly bin: number } | { readonly value: number };

export function writtenTree(nodes: readonly WrittenNode[]): string {
	return nodes
		.map((node) => ("value" in node ? String(Number(node.value.toPrecision(DIGITS))) : `${node.feature}:${node.bin}`))
		.join(" ");
}

export function modelOf(stored: StoredModel): TreeModel {
	const trees = stored.trees.map((tree) => tree.split(" "));
	const nodes = trees.flat();
	const roots: number[] = [];
	const right = new Int32Array(nodes.length);
	const isLeaf = (node: number) => nodes[node]?.includes(":") !== true;
	/** The node behind the part of a tree that begins here. */
	const behind = (node: number): number => {
		if (isLeaf(node)) return node + 1;
		const other = behind(node + 1);
		right[node] = other;
		return behind(other);
	};
	for (let node = 0; node < nodes.length; node = behind(node)) roots.push(node);
	const part = (node: string, at: 0 | 1) => Number(node.split(":")[at] ?? 0);
	return {
		features: stored.features,
		cuts: stored.cuts.map((cuts) => (cuts === "" ? [] : cuts.split(" ").map(Number))),
		base: stored.base,
		roots,
		feature: Uint8Array.from(nodes, (node, index) => (isLeaf(index) ? LEAF : part(node, 0))),
		bin: Uint8Array.from(nodes, (node, index) => (isLeaf(index) ? 0 : part(node, 1))),
		right,
		value: Float64Array.from(nodes, (node, index) => (isLeaf(index) ? Number(node) : 0)),
	};
}
