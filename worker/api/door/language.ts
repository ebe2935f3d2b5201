/**
 * Whether an `Accept-Language` (RFC 9110) prefers English to Chinese; not where it names neither. By hand: the library's
 * finder of languages weighs a kilobyte.
 */
export function readsEnglish(accepted: string): boolean {
	let language = "zh";
	let best = 0;
	for (const range of accepted.toLowerCase().split(",")) {
		const [tag = "", quality] = range.split(/;\s*q\s*=/);
		const [primary = ""] = tag.trim().split("-");
		const weight = quality === undefined ? 1 : Number(quality.trim());
		if ((primary !== "zh" && primary !== "en") || !(weight > best)) continue;
		language = primary;
		best = weight;
	}
	return language === "en";
}
