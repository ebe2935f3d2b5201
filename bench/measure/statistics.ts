/** The middle value, or the mean of the two middle ones; NaN for an empty list. */
export function median(list: readonly number[]): number {
	const sorted = list.slice().sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

export function sum(list: readonly number[]): number {
	return list.reduce((total, each) => total + each, 0);
}

export function mean(list: readonly number[]): number {
	return sum(list) / list.length;
}
