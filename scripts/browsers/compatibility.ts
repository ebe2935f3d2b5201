import data from "@mdn/browser-compat-data" with { type: "json" };
import type { CompatStatement, Identifier } from "@mdn/browser-compat-data";
import type { Versions } from "./oldest-browsers.ts";

/** Where MDN keeps interfaces and globals. */
const INTERFACES = [["api"], ["javascript", "builtins"], ["javascript", "builtins", "Intl"]] as const;

function lookUp(...path: string[]): Identifier | undefined {
	let found: Identifier | undefined = data as unknown as Identifier;
	for (const name of path) found = found !== undefined && Object.hasOwn(found, name) ? found[name] : undefined;
	return found;
}

/** Whether every one of the browsers has it, without a flag or another name. */
function isIn(statement: CompatStatement, versions: Versions): boolean {
	return (Object.entries(versions) as [keyof Versions, number][]).every(([browser, version]) =>
		[statement.support[browser] ?? []]
			.flat()
			.some(
				({ flags, prefix, alternative_name, version_added, version_removed }) =>
					!flags &&
					!prefix &&
					!alternative_name &&
					typeof version_added === "string" &&
					since(version_added) <= version &&
					!(typeof version_removed === "string" && since(version_removed) <= version),
			),
	);
}

/** `≤79` and `15.4` as numbers; what is only in a preview comes after every version. */
function since(version: string): number {
	const number = Number.parseFloat(version.replace("≤", ""));
	return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}

function isNewer(found: Identifier | undefined, versions: Versions): boolean {
	return found?.__compat !== undefined && !isIn(found.__compat, versions);
}

/** Whether a global (`structuredClone`, `BroadcastChannel`) is newer than these browsers; what MDN does not know is not. */
export function isNewGlobal(name: string, versions: Versions): boolean {
	return INTERFACES.some((each) => isNewer(lookUp(...each, name), versions));
}

/** Whether `owner.name` (`AbortSignal.timeout`, `Object.groupBy`) is newer than these browsers. */
export function isNewStatic(owner: string, name: string, versions: Versions): boolean {
	return INTERFACES.some((each) =>
		isNewer(lookUp(...each, owner, `${name}_static`) ?? lookUp(...each, owner, name), versions),
	);
}

/**
 * Whether a member of instances (`Array`'s `at`, `HTMLElement`'s `inert`) is newer than these browsers. TypeScript keeps some
 * in interfaces of its own: then it is new when it is new wherever MDN knows it.
 */
export function isNewMember(owner: string, name: string, versions: Versions): boolean {
	const own = owner.replace(/^Readonly/, "");
	for (const each of INTERFACES) {
		const found = lookUp(...each, own, name);
		if (found?.__compat) return isNewer(found, versions);
	}
	const anywhere = INTERFACES.flatMap((each) =>
		Object.keys(lookUp(...each) ?? {}).flatMap((one) => lookUp(...each, one, name) ?? []),
	);
	const known = anywhere.filter(({ __compat }) => __compat !== undefined);
	return known.length > 0 && known.every((one) => isNewer(one, versions));
}

/** Whether a method of that name is new on all lists, texts and sets that have one (`toSpliced`, `findLast`, `union`). */
export function isNewMethodName(name: string, versions: Versions): boolean {
	const known = ["Array", "String", "TypedArray", "Set"].flatMap(
		(one) => lookUp("javascript", "builtins", one, name) ?? [],
	);
	return known.length > 0 && known.every((one) => isNewer(one, versions));
}

const SYNTAX = {
	lookbehind: ["regular_expressions", "lookbehind_assertion"],
	"modifier in a regular expression": ["regular_expressions", "modifier"],
	"flag v": ["builtins", "RegExp", "unicodeSets"],
	"flag d": ["builtins", "RegExp", "hasIndices"],
	"static block": ["classes", "static", "initialization_blocks"],
	"private name asked for by in": ["classes", "private_class_fields_in"],
	"await outside a function": ["operators", "await", "top_level"],
} as const;
export type Syntax = keyof typeof SYNTAX;

/** Whether syntax that no compiler takes away, or not all of it, is newer than these browsers. */
export function isNewSyntax(name: Syntax, versions: Versions): boolean {
	const found = lookUp("javascript", ...SYNTAX[name]);
	if (found === undefined) throw new Error(`MDN's data has no ${name}`);
	return isNewer(found, versions);
}

/** Whether a property of style sheets (`aspect-ratio`, `translate`) is newer than these browsers. */
export function isNewProperty(name: string, versions: Versions): boolean {
	return isNewer(lookUp("css", "properties", name), versions);
}

/** Whether `:name` or `::name` (`:is`, `:has`) is newer than these browsers. */
export function isNewSelector(name: string, versions: Versions): boolean {
	return isNewer(lookUp("css", "selectors", name), versions);
}

/** Whether a way to write a color (`color-mix`, `oklch`) is newer than these browsers. */
export function isNewColor(name: string, versions: Versions): boolean {
	return isNewer(lookUp("css", "types", "color", name), versions);
}

/** Whether a word that a property may have (`overflow: clip`) is newer than these browsers. */
export function isNewValue(property: string, word: string, versions: Versions): boolean {
	return isNewer(lookUp("css", "properties", property, word), versions);
}

/** Whether a unit of length (`lh`, `cap`) is newer than these browsers. */
export function isNewUnit(unit: string, versions: Versions): boolean {
	return isNewer(lookUp("css", "types", "length", unit), versions);
}

/** Whether `@name` (`@property`, `@layer`), or a range in its query, is newer than these browsers. */
export function isNewAtRule(name: string, query: string, versions: Versions): boolean {
	if (isNewer(lookUp("css", "at-rules", name), versions)) return true;
	return (
		name === "media" && /[<>]/.test(query) && isNewer(lookUp("css", "at-rules", "media", "range_syntax"), versions)
	);
}
