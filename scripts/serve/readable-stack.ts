import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { WORKER_MAP } from "../build/bundle-worker.ts";

/** One place in the bundle, as a stack trace names it. */
const PLACE = /\b(?:worker|index)\.js:(\d+):(\d+)/g;
const OUTSIDE = /^(?:\.\.\/)+/;

/** The text with every place in the minified bundle said as file and line of the source; as it is when there is no map. */
export function readableStack(text: string): string {
	if (text.search(PLACE) < 0 || !existsSync(WORKER_MAP)) return text;
	const map = new SourceMap(JSON.parse(readFileSync(WORKER_MAP, "utf8")));
	return text.replace(PLACE, (place, line: string, column: string) => {
		const origin = map.findOrigin(Number(line), Number(column));
		return "fileName" in origin
			? `${origin.fileName.replace(OUTSIDE, "")}:${origin.lineNumber}:${origin.columnNumber}`
			: place;
	});
}
