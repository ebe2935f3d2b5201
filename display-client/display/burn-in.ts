const STEP_MS = 180_000;
/** A slow walk around the centre, in pixels: no edge stays on the same row of the panel for long. */
const WALK: readonly (readonly [x: number, y: number])[] = [
	[0, 0],
	[3, 1],
	[5, 4],
	[3, 7],
	[0, 5],
	[-3, 7],
	[-5, 4],
	[-3, 1],
];

/** How far the whole picture is shifted at a moment of the wall clock, pixels. */
export function burnInShift(wallMs: number): { readonly x: number; readonly y: number } {
	const [x, y] = WALK[Math.floor(wallMs / STEP_MS) % WALK.length] ?? [0, 0];
	return { x, y };
}

/** Keeps shifting an element for as long as the page lives. */
export function keepShifting(element: HTMLElement): void {
	setInterval(() => {
		const { x, y } = burnInShift(Date.now());
		element.style.transform = `translate(${x}px, ${y}px)`;
	}, STEP_MS / 6);
}
