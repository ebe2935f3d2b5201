import axe from "axe-core";
import type { Page } from "playwright-core";

/** Each page is looked at in both languages, and light and dark where it can be both. */
export const LOOKS = [
	{ language: "zh", locale: "zh-CN", colorScheme: "light" },
	{ language: "en", locale: "en-GB", colorScheme: "dark" },
] as const;
export type Look = (typeof LOOKS)[number];

type Finding = {
	readonly id: string;
	readonly impact: string | null;
	readonly nodes: readonly { readonly html: string; readonly target: readonly unknown[] }[];
};
type Axe = { run(options: unknown): Promise<{ readonly violations: readonly Finding[] }> };

/** What axe calls serious or critical on the page as it stands: the rule, where, and the element. */
export async function seriousFaults(page: Page): Promise<string[]> {
	await page.evaluate(`${axe.source}; undefined`);
	const violations = await page.evaluate(async () => {
		const { axe } = globalThis as unknown as { axe: Axe };
		// A name that does not begin with what is seen is a trial of axe's; whoever steers by voice needs it all the same.
		const rules = { "label-content-name-mismatch": { enabled: true } };
		return (await axe.run({ resultTypes: ["violations"], rules })).violations;
	});
	return violations
		.filter(({ impact }) => impact === "serious" || impact === "critical")
		.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id} at ${target.join(" ")}: ${html.slice(0, 200)}`));
}

/**
 * Names given by an attribute that are in the other language: a file's name of an icon, say. What says its own language, or
 * offers the other one, is left out; so are ids, which have a hyphen.
 */
export function namesInOtherLanguage(page: Page, language: Look["language"]): Promise<string[]> {
	return page.evaluate((language) => {
		const isForeign = (name: string) =>
			language === "zh" ? /[A-Za-z]{2}/.test(name) && !/[\u4e00-\u9fff-]/.test(name) : /[\u4e00-\u9fff]/.test(name);
		return [...document.querySelectorAll("[aria-label], [title], [alt], [placeholder]")]
			.filter((element) => element.getClientRects().length > 0)
			.filter((element) => element.closest("[aria-hidden=true], [lang]:not(html), button[aria-label] *") === null)
			.flatMap((element) =>
				["aria-label", "title", "alt", "placeholder"].map((name) => element.getAttribute(name) ?? ""),
			)
			.filter((name) => isForeign(name) && !/^(?:Switch to English|切换到中文)$|[（(]/.test(name));
	}, language);
}
