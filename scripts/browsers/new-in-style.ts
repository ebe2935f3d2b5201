/// <reference path="./doiuse.d.ts" />
import doiuse from "doiuse";
import postcss, { type AtRule, type ChildNode, type Node } from "postcss";
import { isNewAtRule, isNewColor, isNewProperty, isNewSelector, isNewUnit, isNewValue } from "./compatibility.ts";
import type { Versions } from "./oldest-browsers.ts";

/** The names that Can I use gives the browsers; of Chrome on phones it knows only the last version. */
const CAN_I_USE = {
	chrome: "chrome",
	chrome_android: "chrome",
	edge: "edge",
	firefox: "firefox",
	safari: "safari",
	safari_ios: "ios_saf",
} as const satisfies Record<keyof Versions, string>;

/** What is only nicer where it is known. */
const ONLY_NICER = new Set([
	"css-focus-visible",
	"css-overscroll-behavior",
	"css-paged-media",
	"css-scrollbar",
	"css3-cursors",
	"extended-system-fonts",
]);
const NICER_RULES = new Set(["page", "starting-style", "view-transition"]);
/** Whatever word these have, without it a page is only less nice. */
const NICER_VALUES = new Set(["align-content", "cursor", "justify-content", "overflow-wrap"]);
const NICER_SELECTORS = new Set(["focus-visible"]);
const NICER_PROPERTIES = new Set(["accent-color", "overscroll-behavior", "scrollbar-width", "size", "text-box"]);

/** What a built style sheet uses that is newer than these browsers and does not ask first by `@supports`. */
export async function newInStyle(name: string, css: string, versions: Versions): Promise<string[]> {
	const found = new Set<string>();
	const oldest = Object.entries(versions) as [keyof Versions, number][];
	const queries = oldest.map(([browser, version]) => `${CAN_I_USE[browser]} ${version}`);
	const tool = doiuse({
		browsers: queries,
		onFeatureUsage: ({ feature, featureData, usage }) => {
			if (!featureData.missing || ONLY_NICER.has(feature) || asksFirst(usage)) return;
			// The tool takes every `:not()` for one with a list.
			if (feature === "css-not-sel-list" && !/:not\([^()]*,/.test(String(usage))) return;
			found.add(`${feature}: ${String(usage).slice(0, 80)}`);
		},
	});
	const { root } = await postcss([tool]).process(css, { from: name });
	root.walkDecls((declaration) => {
		if (NICER_PROPERTIES.has(declaration.prop) || asksFirst(declaration)) return;
		const isPrefixed = declaration.parent?.some(
			(each) => "prop" in each && each.prop === `-webkit-${declaration.prop}`,
		);
		if (!isPrefixed && isNewProperty(declaration.prop, versions))
			found.add(`${declaration.prop}: ${declaration.value}`);
		const { prop, value } = declaration;
		const called = [...value.matchAll(/([\w-]+)\(/g)].some(([, name = ""]) => isNewColor(name, versions));
		const unit = [...value.matchAll(/\d([a-z]+)\b/gi)].some(([, name = ""]) => isNewUnit(name, versions));
		const isNewWord = !NICER_VALUES.has(prop) && isNewValue(prop, value, versions);
		if (called || unit || isNewWord) found.add(String(declaration));
	});
	root.walkAtRules((rule) => {
		if (!NICER_RULES.has(rule.name) && !asksFirst(rule) && isNewAtRule(rule.name, rule.params, versions))
			found.add(`@${rule.name} ${rule.params}`);
	});
	root.walkRules((rule) => {
		if (asksFirst(rule)) return;
		for (const [, name = ""] of rule.selector.matchAll(/:([a-z-]+)/g))
			if (!NICER_SELECTORS.has(name) && isNewSelector(name, versions)) found.add(rule.selector);
	});
	return [...found];
}

function asksFirst(node: ChildNode): boolean {
	for (let at: Node | undefined = node; at !== undefined; at = at.parent)
		if (at.type === "atrule" && (at as AtRule).name === "supports") return true;
	return false;
}
