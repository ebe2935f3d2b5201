/**
 * `node scripts/write-largest-bodies.ts [--check]`: writes how long the largest valid body of each endpoint is, reckoned from its schema.
 * The deployed worker reads the table and carries nothing that makes JSON schemas; with `--check` it fails when the table is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { ENDPOINTS } from "../schema/endpoint/api.ts";
import { largestBytes } from "../schema/endpoint/body-size.ts";
import type { Endpoint } from "../schema/endpoint/endpoint.ts";

const FILE = "schema/endpoint/largest-bodies.ts";

const rows = Object.entries<Endpoint>(ENDPOINTS).flatMap(([name, { body }]) =>
	body === undefined ? [] : [`\t${name}: ${String(largestBytes(body)).replaceAll(/\B(?=(\d{3})+$)/g, "_")},`],
);
const text = [
	'import type { EndpointName } from "./api.ts";',
	"",
	"/** Bytes of the largest valid body of each endpoint. Written by `node scripts/write-largest-bodies.ts` from the schemas. */",
	"export const LARGEST_BODIES: Readonly<Partial<Record<EndpointName, number>>> = {",
	...rows,
	"};",
	"",
].join("\n");

if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (readFileSync(FILE, "utf8") !== text) {
	console.error(`${FILE} is stale: node scripts/write-largest-bodies.ts`);
	process.exitCode = 1;
}
console.log(`largest bodies: ${rows.length}`);
