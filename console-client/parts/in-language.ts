/** Of what a branch or the bank says, a line in Chinese and one in English: the reader's. What was kept as one line is shown whole. */
export function inLanguage(said: string, locale: "zh" | "en"): string {
	const [zh = said, en = zh] = said.split("\n");
	return locale === "zh" ? zh : en;
}
