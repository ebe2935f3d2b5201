import type { Page } from "playwright-core";

/** What is measured on a board; every list is empty where all is well. */
export type Boxes = {
	readonly overlaps: readonly string[];
	readonly outside: readonly string[];
	readonly cut: readonly string[];
	/** How much of the room for calls is filled, 0 to 1; 1 where there are no calls. */
	readonly filled: number;
	/** Height of the figures being announced, of the smallest other figures in rows, and of the clock, in px. */
	readonly announced: number | null;
	readonly smallestRow: number;
	readonly clock: number;
	/** How many times the type of the figures being announced is as large as the largest of all else. */
	readonly lead: number;
};

/** Measures every text of the board as it stands, once what has just come is laid out. */
export async function boardBoxes(page: Page): Promise<Boxes> {
	await page.evaluate(async () => {
		for (let frames = 0; frames < 3; frames++) await new Promise((next) => requestAnimationFrame(next));
	});
	return page.evaluate(() => {
		type Text = { text: string; box: DOMRect; size: number; element: HTMLElement };
		/** What these hold in a second line is not shown. */
		const clips = ".next ol, .past ol";
		const texts: Text[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
			const element = node.parentElement;
			if (element === null || node.textContent?.trim() === "" || element.closest("script, style")) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			for (const { x, y, width, height } of range.getClientRects()) {
				// The line's leading is no ink.
				const box = new DOMRect(x + 1, y + height * 0.28, width - 2, height * 0.52);
				const clip = element.closest(clips)?.getBoundingClientRect();
				if (width < 3 || (clip !== undefined && box.top > clip.bottom - 2)) continue;
				const size = Number.parseFloat(getComputedStyle(element).fontSize);
				texts.push({ text: node.textContent ?? "", box, size, element });
			}
		}
		const overlaps: string[] = [];
		texts.forEach((a, index) => {
			for (const b of texts.slice(index + 1)) {
				const isApart =
					a.box.right <= b.box.left ||
					b.box.right <= a.box.left ||
					a.box.bottom <= b.box.top ||
					b.box.bottom <= a.box.top;
				if (!isApart) overlaps.push(`${a.text} | ${b.text}`);
			}
		});
		const outside = texts.filter(({ box, element }) => {
			const holder = (
				element.closest(".row, .strip li, .notice, .steps li, .info, .left") ?? document.body
			).getBoundingClientRect();
			const isIn = (of: DOMRect) =>
				box.left >= of.left - 1 && box.right <= of.right + 1 && box.top >= of.top - 1 && box.bottom <= of.bottom + 1;
			return !isIn(holder) || !isIn(new DOMRect(0, 0, innerWidth, innerHeight));
		});
		const cut = [...document.querySelectorAll("*")].filter(
			(element) => getComputedStyle(element).textOverflow === "ellipsis",
		);
		const room = document.querySelector(".calls-room");
		const parts = [...(room?.children ?? [])];
		const height = parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0);
		const ink = document.createElement("canvas").getContext("2d");
		const figures = (selector: string) =>
			[...document.querySelectorAll(selector)].map((element) => {
				const { fontWeight, fontSize, fontFamily } = getComputedStyle(element);
				if (ink === null) return 0;
				ink.font = `${fontWeight} ${fontSize} ${fontFamily}`;
				return ink.measureText("0").actualBoundingBoxAscent;
			});
		const typeOf = (isCalled: boolean) =>
			Math.max(
				...texts
					.filter(({ element }) => (element.closest(".row-announced .number") !== null) === isCalled)
					.map(({ size }) => size),
			);
		return {
			overlaps,
			outside: outside.map(({ text }) => text),
			cut: cut.map((element) => element.className),
			filled: room === null ? 1 : height / room.getBoundingClientRect().height,
			announced: figures(".row-announced .number")[0] ?? null,
			smallestRow: Math.min(Number.POSITIVE_INFINITY, ...figures(".row:not(.row-announced) .number")),
			clock: figures(".clock-time")[0] ?? 0,
			lead: typeOf(true) / typeOf(false),
		};
	});
}
