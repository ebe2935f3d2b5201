import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newInBundle } from "../../scripts/browsers/new-in-bundle.ts";
import { clientProgram, newInSource } from "../../scripts/browsers/new-in-source.ts";
import { newInStyle } from "../../scripts/browsers/new-in-style.ts";
import { buildTarget, OLDEST_BROWSERS } from "../../scripts/browsers/oldest-browsers.ts";

const SCREEN = OLDEST_BROWSERS["display-client/display"].versions;
const ANY_DEVICE = OLDEST_BROWSERS["kiosk-client/ticket"].versions;
const DESK = OLDEST_BROWSERS["console-client/console"].versions;

const TOO_NEW = [
	["structuredClone({})", "structuredClone"],
	["fetch('/', { signal: AbortSignal.timeout(1) })", "AbortSignal.timeout"],
	["Object.groupBy([1], () => 'a')", "Object.groupBy"],
	["Object.hasOwn({}, 'a')", "Object.hasOwn"],
	["list.at(-1)", "at"],
	["list.findLast((each) => each > 1)", "findLast"],
	["list.toSpliced(0, 1)", "toSpliced"],
	["list.toSorted()", "toSorted"],
] as const;

function source(code: string) {
	const path = join(mkdtempSync(join(tmpdir(), "oldest-")), "main.ts");
	writeFileSync(path, `export const list: number[] = [];\nexport const used = () => {\n\t${code};\n};\n`);
	return (versions: typeof SCREEN) =>
		newInSource(clientProgram("display-client", [path]), path, versions).map(({ what }) => what);
}

describe("the oldest browsers", () => {
	it.each(TOO_NEW)("[BRW-1] of a screen do not know %s: found in a built script", (code, name) => {
		const built = `export const list=[],used=()=>{${code}};`;
		expect(newInBundle("planted.js", built, SCREEN).join()).toContain(name);
		expect(newInBundle("planted.js", built, DESK)).toEqual([]);
	});

	it("[BRW-1] of a screen do not know all that a source may use: found by what it is called on", () => {
		const all = source(TOO_NEW.map(([code]) => code).join(";\n\t"));
		const found = all(SCREEN).join();
		for (const [, name] of TOO_NEW) expect(found).toContain(name);
		expect(all(DESK)).toEqual([]);
		expect(source("document.body.inert = true")(SCREEN)).toEqual(["HTMLElement.prototype.inert"]);
		expect(source("({ at: () => 1 }).at()")(SCREEN)).toEqual([]);
		expect(source("typeof structuredClone")(SCREEN)).toEqual([]);
	});

	it.each([
		["window.structuredClone({})", "structuredClone"],
		["const { groupBy } = Object; groupBy([1], () => 'a')", "groupBy"],
		["const { groupBy: by } = Object; by([1], () => 'a')", "groupBy"],
	])("[BRW-1] of a screen do not know %s, however it is written: found in a source", (code, name) => {
		expect(source(code)(SCREEN).join()).toContain(name);
		expect(source(code)(DESK)).toEqual([]);
	});

	it.each([
		"export const x = /[\\p{L}--a]/v;",
		"export const x = /(?i:a)b/;",
		"export const x = /a/d;",
		"export class B { #x = 1; static has(o) { return #x in o } }",
		"const x = await 1; export { x };",
	])("[BRW-1] of a screen refuse the whole of a script with %s", (code) => {
		expect(newInBundle("planted.js", code, SCREEN)).toHaveLength(1);
		expect(newInBundle("planted.js", "export const x = async () => { await 1 };", SCREEN)).toEqual([]);
	});

	it("[BRW-1] of phones refuse a whole script for what older ones than Chromium know", () => {
		expect(newInBundle("planted.js", "export const x = /(?<=a)b/;", ANY_DEVICE)).toHaveLength(1);
		expect(newInBundle("planted.js", "export const x = /(?<=a)b/;", SCREEN)).toEqual([]);
		expect(newInBundle("planted.js", "new BroadcastChannel('a')", ANY_DEVICE)).toEqual(["BroadcastChannel"]);
		expect(newInBundle("planted.js", "typeof BroadcastChannel && new BroadcastChannel('a')", ANY_DEVICE)).toEqual([]);
	});

	it.each([
		"a:has(b) { color: red }",
		"a { height: 100dvh }",
		"a { color: color-mix(in srgb, red, blue) }",
		"a { aspect-ratio: 1 }",
		"a { translate: 1px }",
		"a { & b { color: red } }",
		"@container (width > 3px) { a { color: red } }",
		"@layer b { a { color: red } }",
		"a { height: 1lh }",
		"a { overflow: clip }",
		"@media (width > 3px) { a { color: red } }",
		"a:is(b, c) { color: red }",
		"a:not(b, c) { color: red }",
	])("[BRW-1] of a screen do not know %s", async (css) => {
		expect(await newInStyle("planted.css", css, SCREEN)).not.toEqual([]);
		expect(await newInStyle("planted.css", css, DESK)).toEqual([]);
		expect(await newInStyle("planted.css", `@supports (display: grid) { ${css} }`, SCREEN)).toEqual([]);
	});

	it("[BRW-1] are what scripts and styles are compiled for", async () => {
		expect(await newInStyle("planted.css", "a { inset: 0; gap: 1px; padding-inline: 1px }", ANY_DEVICE)).toEqual([]);
		expect(buildTarget("staff-client").cssTarget.sort()).toEqual(["chrome87", "ios15"]);
		expect(buildTarget("display-client").cssTarget).toEqual(["chrome87"]);
	});
});
