/**
 * The most characters a text of this pattern can have; Infinity where nothing bounds it. It reads what the schemas use:
 * classes, groups, alternatives and counted repeats. Throws on a group with a look to either side.
 */
export function patternWidth(source: string): number {
	let at = 0;
	return alternatives();

	function alternatives(): number {
		let widest = sequence();
		while (source[at] === "|") {
			at += 1;
			widest = Math.max(widest, sequence());
		}
		return widest;
	}

	function sequence(): number {
		let width = 0;
		while (at < source.length && source[at] !== "|" && source[at] !== ")") {
			const one = atom();
			const times = repeats();
			if (one > 0) width += one * times;
		}
		return width;
	}

	function atom(): number {
		const character = source[at];
		at += 1;
		if (character === "^" || character === "$") return 0;
		if (character === "(") return group();
		if (character === "[") while (source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
		if (character === "[" || character === "\\") at += 1;
		return 1;
	}

	function group(): number {
		if (source.startsWith("?:", at)) at += 2;
		else if (source[at] === "?") throw new Error(`a look to the side in ${source}`);
		const width = alternatives();
		at += 1;
		return width;
	}

	function repeats(): number {
		const [text = "", least, most] = /^(?:[?*+]|\{(\d+)(?:,(\d*))?\})/.exec(source.slice(at)) ?? [];
		at += text.length;
		if (text === "" || text === "?") return 1;
		const bound = most ?? least ?? "";
		return bound === "" ? Number.POSITIVE_INFINITY : Number(bound);
	}
}
