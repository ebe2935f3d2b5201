import { parseSync, Visitor } from "oxc-parser";
import { isNewGlobal, isNewMethodName, isNewStatic, isNewSyntax, type Syntax } from "./compatibility.ts";
import type { Versions } from "./oldest-browsers.ts";

/** In a regular expression: a browser that does not know it refuses the whole script. */
const IN_PATTERN = [
	[/\(\?<[=!]/, "lookbehind"],
	[/\(\?[ims]*-?[ims]+:/, "modifier in a regular expression"],
] as const satisfies readonly (readonly [RegExp, Syntax])[];
/** Since when V8 does these right. */
const SPREADS_IN_OPTIONAL_CALLS = 91;
const STATIC_NAMES = 98;

/**
 * What a built script uses that is newer than these browsers, libraries included: globals, what stands on them, calls of
 * methods that are new on every built-in, and syntax that the compiler leaves as it is.
 */
export function newInBundle(name: string, code: string, versions: Versions): string[] {
	const { program, errors } = parseSync(name, code, { sourceType: "module" });
	if (errors[0]) throw new Error(`${name}: ${errors[0].message}`);
	const found = new Set<string>();
	const globals = new Set<string>();
	/** Names of members and keys, by where they stand; they are no globals. */
	const names = new Set<number>();
	/** What the script asks for by `typeof` before it is used. */
	const asked = new Set<string>();
	const note = (syntax: Syntax) => {
		if (isNewSyntax(syntax, versions)) found.add(`a ${syntax}`);
	};
	const lookInside = (text: string) => {
		for (const [pattern, syntax] of IN_PATTERN) if (pattern.test(text)) note(syntax);
	};
	/** Functions around the place that is looked at. */
	let depth = 0;
	const enter = () => void depth++;
	const leave = () => void depth--;
	const { chrome = Number.POSITIVE_INFINITY } = versions;
	new Visitor({
		UnaryExpression({ operator, argument }) {
			if (operator === "typeof" && argument.type === "Identifier") asked.add(argument.name);
		},
		CallExpression({ callee, optional, arguments: given }) {
			if (optional && chrome < SPREADS_IN_OPTIONAL_CALLS && given.some(({ type }) => type === "SpreadElement"))
				found.add("a spread in an optional call");
			if (optional || callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
			if (!callee.computed && isNewMethodName(callee.property.name, versions)) found.add(`.${callee.property.name}()`);
		},
		MemberExpression({ object, property, computed }) {
			if (computed || property.type !== "Identifier") return;
			names.add(property.start);
			if (object.type === "Identifier" && isNewStatic(object.name, property.name, versions))
				found.add(`${object.name}.${property.name}`);
		},
		Property({ key, computed, shorthand }) {
			if (!computed && !shorthand) names.add(key.start);
		},
		MethodDefinition: ({ key }) => void names.add(key.start),
		Identifier({ name, start }) {
			if (!names.has(start) && isNewGlobal(name, versions)) globals.add(name);
		},
		Literal(literal) {
			lookInside("regex" in literal ? literal.regex.pattern : String(literal.value));
			if (!("regex" in literal)) return;
			if (literal.regex.flags.includes("v")) note("flag v");
			if (literal.regex.flags.includes("d")) note("flag d");
		},
		TemplateElement({ value }) {
			lookInside(value.raw);
		},
		StaticBlock() {
			note("static block");
		},
		BinaryExpression({ left, operator }) {
			if (operator === "in" && String(left.type) === "PrivateIdentifier") note("private name asked for by in");
		},
		AwaitExpression() {
			if (depth === 0) note("await outside a function");
		},
		FunctionDeclaration: enter,
		"FunctionDeclaration:exit": leave,
		FunctionExpression: enter,
		"FunctionExpression:exit": leave,
		ArrowFunctionExpression: enter,
		"ArrowFunctionExpression:exit": leave,
		PropertyDefinition({ static: isStatic, key }) {
			names.add(key.start);
			if (isStatic && chrome < STATIC_NAMES && key.type === "Identifier" && key.name === "name")
				found.add("a static field called name");
		},
	}).visit(program);
	for (const name of globals) if (!asked.has(name)) found.add(name);
	return [...found];
}
