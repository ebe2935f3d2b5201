import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const LOGGED = /console\.(warn|error)\(\s*JSON\.stringify\(\{\s*message:([^,}]*)/g;
const ROW = /^\| (warn|error) \| ((?:`[^`]+`(?:, )?)+) \|/gm;

it("[OPS-4] every message of the worker's log is in the operators' list, and the list names no other", () => {
	const sources = globSync("worker/**/*.ts").map((path) => readFileSync(path, "utf8"));
	const logged = sources.flatMap((source) =>
		[...source.matchAll(LOGGED)].flatMap(([, level, message = ""]) =>
			[...message.matchAll(/"([^"]+)"/g)].map(([, text]) => `${level} ${text}`),
		),
	);
	const calls = sources.flatMap((source) => [...source.matchAll(/console\.\w+\(/g)]);
	const listed = [...readFileSync("docs/operating.md", "utf8").matchAll(ROW)].map(
		([, level, message = ""]) => `${level} ${message.replaceAll("`", "")}`,
	);
	expect([...new Set(logged)].sort()).toEqual([...listed].sort());
	// Nothing is logged in another form.
	expect(sources.flatMap((source) => [...source.matchAll(LOGGED)])).toHaveLength(calls.length);
});
