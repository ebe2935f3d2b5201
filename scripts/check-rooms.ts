/**
 * The rooms of the house: none holds more files of code than a reader takes in, none leads back to itself by imports, and none
 * imports what the table in docs/design.md does not name.
 */
import { globSync, readFileSync } from "node:fs";
import { importFaults, kindsOfImport } from "./rooms/import-table.ts";
import { importsOf, overfullRooms, roomCircles } from "./rooms/room-faults.ts";

const files = globSync("**/*.{ts,tsx,mjs}", {
	exclude: (path) => /(^|\/)(node_modules|dist|\.[a-z-]+)(\/|$)/.test(path),
});
const sources = new Map(
	files.filter((file) => !file.startsWith("tests/")).map((file) => [file, readFileSync(file, "utf8")] as const),
);
/** What `read` finds in each file. */
function inEach<Found>(read: (file: string, source: string) => Found): Map<string, Found> {
	return new Map([...sources].map(([file, source]) => [file, read(file, source)]));
}
const faults = [
	...overfullRooms(files),
	...roomCircles(inEach(importsOf)),
	...importFaults(readFileSync("docs/design.md", "utf8"), inEach(kindsOfImport)),
];
for (const fault of faults) console.error(fault);
console.log(`rooms: ${faults.length === 0 ? "all in order" : `${faults.length} faults`}`);
process.exit(faults.length === 0 ? 0 : 1);
