/** Picks the reader's language from a text of two lines, the first Chinese, the second English. A text of one line is given whole. */
export function inLanguage(said: string, locale: "zh" | "en"): string {
	const [zh = said, en = zh] = said.split("\n");
	return locale === "zh" ? zh : en;
}
