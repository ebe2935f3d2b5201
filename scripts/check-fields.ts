import { globSync, readFileSync } from "node:fs";
import * as z from "zod";
import { ENDPOINTS } from "../schema/endpoint/api.ts";
import type { Endpoint } from "../schema/endpoint/endpoint.ts";
import { DayReport } from "../schema/hall/report.ts";
import { DisplayView, Position, StaffView, StatusView, TicketView } from "../schema/hall/view.ts";

/**
 * Whatever a report, a view or an answer carries is read by a page, or it goes. A field counts as read when a client or a rule names
 * it as a member or takes it out of an object, so a field that shares its name with another may escape; none is blamed
 * wrongly. Prints each field that nobody reads; exit code 1 when there is one.
 */
const CLIENTS = "{rules,client-kit,react-kit,display-client,kiosk-client,staff-client,console-client}/**/*.{ts,tsx}";

/** Answers and fields that somebody other than our pages reads, and who. */
const READ_ELSEWHERE: Record<string, string> = {
	"configuration.": "the branch works by it; head office changes it through the API",
	"commits.": "scripts/verify/verify-reports.ts follows them",
	"exportPerson.": "the copy of their data that a person is given",
	"restoreBranch.": "npm run restore prints it",
	"renewEpoch.": "npm run restore prints it",
	"sendAgain.": "npm run restore prints it",
	"readiness.": "whoever watches over the system asks for it",
	"rotateKeys.": "whoever rotates keys calls the API by hand",
	"ledger.rows.entryId": "an auditor's tool knows by it an entry that came twice",
	"ledger.rows.refersTo": "an auditor's tool goes by it from an outcome to its entry",
};

const fields = new Map<string, string>();
const under = (node: unknown): unknown[] => (Array.isArray(node) ? node : [node]);

function collect(node: unknown, path: string): void {
	if (typeof node !== "object" || node === null) return;
	const { properties, $defs, items, additionalProperties, anyOf, oneOf, allOf } = node as Record<string, unknown>;
	for (const [name, property] of Object.entries(properties ?? {})) {
		if (!isReadElsewhere(`${path}.${name}`) && !fields.has(name)) fields.set(name, `${path}.${name}`);
		collect(property, `${path}.${name}`);
	}
	for (const each of [items, additionalProperties, anyOf, oneOf, allOf].flatMap(under)) collect(each, path);
	for (const each of Object.values($defs ?? {})) collect(each, path);
}

function isReadElsewhere(path: string): boolean {
	return Object.keys(READ_ELSEWHERE).some((start) => path.startsWith(start));
}

const views = { DisplayView, StaffView, TicketView, StatusView, Position, DayReport };
const answers = Object.entries(ENDPOINTS).map(
	([name, endpoint]: [string, Endpoint]) => [name, endpoint.output] as const,
);
for (const [name, schema] of [...Object.entries(views), ...answers]) {
	if (schema !== undefined) collect(z.toJSONSchema(schema, { unrepresentable: "any" }), name);
}

const source = globSync(CLIENTS)
	.map((file) => readFileSync(file, "utf8").replace(/^import[^;]*;|\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""))
	.join("\n");
const isRead = (name: string) => new RegExp(`\\.${name}\\b|[{,]\\s*${name}\\s*[,}:=]|["']${name}["']`).test(source);
const unread = [...fields].filter(([name]) => !isRead(name));
for (const [, path] of unread) console.error(`${path}: no page reads it: show it or take it away`);
console.log(`${fields.size} fields, ${fields.size - unread.length} read by a page`);
process.exitCode = unread.length === 0 ? 0 : 1;
