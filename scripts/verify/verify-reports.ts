import { parseArgs } from "node:util";
import { ENDPOINTS } from "../../schema/endpoint/api.ts";
import type { Commit } from "../../schema/hall/event.ts";
import { compareReport } from "../../worker/domain/report/report-version.ts";
import { auditorCall } from "./auditor-call.ts";

/**
 * `npm run verify -- [--base URL] [--branch ID] [--token TOKEN]`: makes every stored report again from the commits the
 * branch still keeps, here and in the branch itself, and compares. Exit code 1 when one differs or a chain is broken.
 */
const { values } = parseArgs({
	options: {
		base: { type: "string", default: "http://127.0.0.1:8787" },
		branch: { type: "string" },
		/** Absent: an auditor's token from the demo's door. */
		token: { type: "string" },
	},
});

const ask = await auditorCall(values.base, values.token);

/** Every page of a list. */
async function* rowsOf(path: string): AsyncIterable<unknown> {
	for (let cursor: string | null = ""; cursor !== null; ) {
		const query: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
		const page = (await ask(`${path}?limit=200${query}`)) as { rows: unknown[]; next: string | null };
		yield* page.rows;
		cursor = page.next;
	}
}

async function commitsOf(branchId: string, businessDay: string): Promise<Commit[]> {
	const commits: Commit[] = [];
	const schema = ENDPOINTS.commits.output.shape.rows.element;
	for await (const row of rowsOf(`/branches/${branchId}/commits/${businessDay}`)) commits.push(schema.parse(row));
	return commits;
}

let compared = 0;
let wrong = 0;
for await (const row of rowsOf("/reports")) {
	const { branchId, businessDay } = ENDPOINTS.series.output.shape.rows.element.parse(row);
	if (values.branch !== undefined && values.branch !== branchId) continue;
	const path = `/branches/${branchId}/reports/${businessDay}`;
	const stored = ENDPOINTS.dayReport.output.parse(await ask(path));
	const inBranch = ENDPOINTS.verifyReport.output.parse(await ask(`${path}/verification`));
	const here = compareReport(stored.report, await commitsOf(branchId, businessDay));
	const good = here.identical && inBranch.identical && inBranch.brokenAt === null;
	compared++;
	if (!good) wrong++;
	const chain = inBranch.brokenAt === null ? "chain holds" : `chain broken at ${inBranch.brokenAt}`;
	console.log(
		`${good ? "identical" : "DIFFERENT"}  ${branchId}  ${businessDay}  version ${here.version}  ${inBranch.commits} commits, ${chain}`,
	);
}
console.log(`${compared - wrong} of ${compared} reports identical`);
process.exitCode = wrong === 0 ? 0 : 1;
