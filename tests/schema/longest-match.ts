const LETTERS = ["Z", "a", "9", "2", "0", "-", "/", "."];

/** A text that is as long as any the pattern takes: of alternatives the longest, of counted repeats the most. */
export function longestMatch(source: string): string {
	let rest = source;
	return alternatives();

	function alternatives(): string {
		let longest = sequence();
		while (rest.startsWith("|")) {
			rest = rest.slice(1);
			const other = sequence();
			if (other.length > longest.length) longest = other;
		}
		return longest;
	}

	function sequence(): string {
		let text = "";
		while (rest !== "" && !/^[|)]/.test(rest)) text += part();
		return text;
	}

	function part(): string {
		const one = rest.startsWith("(") ? group() : letterOf(eat(/^(?:\[(?:\\.|[^\]\\])*\]|\\.|.)/u));
		const [, most = "1"] = /^\{(?:\d+,)?(\d+)\}$/.exec(eat(/^(?:[?*+]|\{[\d,]+\})?/)) ?? [];
		return one.repeat(Number(most));
	}

	function group(): string {
		eat(/^\((?:\?:)?/);
		const text = alternatives();
		eat(/^\)/);
		return text;
	}

	function eat(pattern: RegExp): string {
		const [text = ""] = pattern.exec(rest) ?? [];
		rest = rest.slice(text.length);
		return text;
	}
}

/** A letter of a class, an escape or a letter itself; nothing for `^` and `$`. */
function letterOf(atom: string): string {
	if (atom === "^" || atom === "$") return "";
	const fits = new RegExp(`^${atom}$`, "u");
	const letter = [...LETTERS, ...atom].find((each) => fits.test(each));
	if (letter === undefined) throw new Error(`no letter for ${atom}`);
	return letter;
}
