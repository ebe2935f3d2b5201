/** The rooms of the house: none holds more files of code than a reader takes in, and none leads back to itself by imports. */
import { globSync, readFileSync } from "node:fs";
import { importsOf, overfullRooms, roomCircles } from "./rooms/room-faults.ts";

const files = globSync("**/*.{ts,tsx,mjs}", {
	exclude: (path) => /(^|\/)(node_modules|dist|\.[a-z-]+)(\/|$)/.test(path),
});
const imports = new Map(
	files
		.filter((file) => !file.startsWith("tests/"))
		.map((file) => [file, importsOf(file, readFileSync(file, "utf8"))] as const),
);
const faults = [...overfullRooms(files), ...roomCircles(imports)];
for (const fault of faults) console.error(fault);
console.log(`rooms: ${faults.length === 0 ? "all in order" : `${faults.length} faults`}`);
process.exit(faults.length === 0 ? 0 : 1);
