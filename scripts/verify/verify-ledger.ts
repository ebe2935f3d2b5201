import { parseArgs } from "node:util";
import { ENDPOINTS } from "../../schema/endpoint/api.ts";
import { NodeId } from "../../schema/ids.ts";
import { auditorCall } from "./auditor-call.ts";

/**
 * `npm run audit -- --node NODE [--base URL] [--token TOKEN]`: follows the chain of one node of the institution (for
 * instance `bank` or `sh-lujiazui`) and, for a branch, its closed days. Exit code 1 when something is broken.
 */
const { values } = parseArgs({
	options: {
		node: { type: "string" },
		base: { type: "string", default: "http://127.0.0.1:8787" },
		/** Absent: an auditor's token from the demo's door. */
		token: { type: "string" },
	},
});
const node = NodeId.safeParse(values.node);
if (!node.success) {
	console.error("Which chain? npm run audit -- --node bank (or a region, sub-branch or branch)");
	process.exit(2);
}

const ask = await auditorCall(values.base, values.token);
const result = ENDPOINTS.ledgerVerification.output.parse(await ask(`/ledger/${node.data}/verification`));

const head = result.head === null ? "nothing written yet" : `head ${result.head.seq} ${result.head.hash}`;
console.log(`${result.chain}: ${result.entries} entries in the bank's memory, ${result.pending} on their way, ${head}`);
if (result.brokenAt !== null) console.log(`BROKEN at entry ${result.brokenAt.seq}: ${result.brokenAt.what}`);
for (const { businessDay, firstSeq, lastSeq, commits, report, brokenAt } of result.days) {
	const chain = brokenAt === null ? "" : `, BROKEN at commit ${brokenAt}`;
	console.log(`${businessDay}  commits ${firstSeq}-${lastSeq}: ${commits}, report: ${report}${chain}`);
}
console.log(result.holds ? "the chain holds" : "the chain does NOT hold");
process.exitCode = result.holds ? 0 : 1;
