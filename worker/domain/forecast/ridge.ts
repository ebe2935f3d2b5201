/** One observation: what is known, what came, and how much it counts. */
export type Observation = { readonly x: readonly number[]; readonly y: number; readonly weight: number };

/** In units of the median deviation: what lies further off counts less. */
const HUBER_LIMIT = 2;
/** Median of |z| of a normal z. */
const NORMAL_MEDIAN = 0.6745;

/** Weighted least squares with a penalty per coefficient; observations far off are weighed down in each further round. */
export function ridge(list: readonly Observation[], penalties: readonly number[], robustRounds = 0): number[] {
	let weights = list.map(({ weight }) => weight);
	let solved = solveOnce(list, weights, penalties);
	for (let round = 0; round < robustRounds; round++) {
		const off = list.map(({ x, y }) => Math.abs(y - dot(solved, x)));
		const scale = quantile(off, 0.5) / NORMAL_MEDIAN;
		weights = list.map(({ weight }, index) => weight * Math.min(1, (HUBER_LIMIT * scale) / ((off[index] ?? 0) + 1e-9)));
		solved = solveOnce(list, weights, penalties);
	}
	return solved;
}

export function dot(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
	return sum;
}

/** The quantile of a list by linear interpolation; 0 of none. */
export function quantile(list: readonly number[], share: number): number {
	const sorted = list.slice().sort((a, b) => a - b);
	const place = share * (sorted.length - 1);
	const below = sorted[Math.floor(place)] ?? 0;
	return below + ((sorted[Math.ceil(place)] ?? below) - below) * (place - Math.floor(place));
}

/** Where a row is not 0; the same rows are solved for again and again. */
const used = new WeakMap<readonly number[], readonly number[]>();

function usedOf(x: readonly number[]): readonly number[] {
	const known = used.get(x);
	if (known !== undefined) return known;
	const places: number[] = [];
	for (let index = 0; index < x.length; index++) if (x[index] !== 0) places.push(index);
	used.set(x, places);
	return places;
}

/** The normal equations, by Cholesky; rows hold few values that are not 0. */
function solveOnce(list: readonly Observation[], weights: readonly number[], penalties: readonly number[]): number[] {
	const size = penalties.length;
	const matrix = penalties.map((penalty, row) => {
		const line = new Array<number>(size).fill(0);
		line[row] = penalty + 1e-9;
		return line;
	});
	const right = new Array<number>(size).fill(0);
	for (const [at, { x, y }] of list.entries()) {
		const weight = weights[at] ?? 0;
		const places = usedOf(x);
		for (const i of places) {
			const scaled = weight * (x[i] ?? 0);
			right[i] = (right[i] ?? 0) + scaled * y;
			const line = matrix[i] ?? [];
			for (const j of places) if (j <= i) line[j] = (line[j] ?? 0) + scaled * (x[j] ?? 0);
		}
	}
	return cholesky(matrix, right);
}

/** Solves in place; of the symmetric matrix only the lower half is read. */
function cholesky(matrix: number[][], right: readonly number[]): number[] {
	const size = right.length;
	for (const [i, line] of matrix.entries()) {
		for (let j = 0; j <= i; j++) {
			const other = matrix[j] ?? [];
			let sum = line[j] ?? 0;
			for (let k = 0; k < j; k++) sum -= (line[k] ?? 0) * (other[k] ?? 0);
			line[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (other[j] ?? 1);
		}
	}
	const solved = right.slice();
	for (let i = 0; i < size; i++) {
		let sum = solved[i] ?? 0;
		for (let k = 0; k < i; k++) sum -= (matrix[i]?.[k] ?? 0) * (solved[k] ?? 0);
		solved[i] = sum / (matrix[i]?.[i] ?? 1);
	}
	for (let i = size - 1; i >= 0; i--) {
		let sum = solved[i] ?? 0;
		for (let k = i + 1; k < size; k++) sum -= (matrix[k]?.[i] ?? 0) * (solved[k] ?? 0);
		solved[i] = sum / (matrix[i]?.[i] ?? 1);
	}
	return solved;
}
