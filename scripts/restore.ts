/**
 * `npm run restore -- branch ID --to TIME --reason WHY`: sets one branch back to a moment of the last 30 days.
 * `npm run restore -- database --to TIME --reason WHY`: sets D1 back, and lets branches and ledgers send again what it lost.
 * `--dry-run` says what would be lost and does nothing. `--went-back`: the storage has been put back by other means (a file of
 * a backup); only what follows is done. `--yes` asks nothing. Step by step: docs/restoring.md.
 */
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { ENDPOINTS } from "../schema/endpoint/api.ts";
import { DATABASE, wrangler } from "./deploy/deploy-tools.ts";
import { operatorCall } from "./restoring/operator-call.ts";

const USAGE =
	"npm run restore -- branch sh-lujiazui --to 2026-11-28T03:00:00+08:00 --reason WHY [--dry-run | --went-back] [--yes]\n" +
	"npm run restore -- database --to 2026-11-28T03:00:00+08:00 --reason WHY [--dry-run | --went-back] [--yes]\n" +
	"  --base URL  --staff-id 100001 (its password is asked for) or --token TOKEN; --undo BOOKMARK in place of --to";

/** Acts whose effect lies in D1 alone: what was done after the moment must be done again by people. */
const BY_HAND =
	/^(addPerson|changePerson|leave|resetPassword|importPeople|addNode|changeNode|approvePairing|denyPairing|renameDevice|revokeDevice|changePassword|rotateKeys|.*ServiceAccount.*)$/;

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		to: { type: "string" },
		undo: { type: "string" },
		reason: { type: "string" },
		base: { type: "string", default: "http://127.0.0.1:8787" },
		token: { type: "string" },
		"staff-id": { type: "string" },
		"dry-run": { type: "boolean", default: false },
		"went-back": { type: "boolean", default: false },
		yes: { type: "boolean", default: false },
	},
});
const [what, branchId] = positionals;
const at = values.to === undefined ? Number.NaN : Date.parse(values.to);
const isNamed = what === "database" ? !Number.isNaN(at) : what === "branch" && branchId !== undefined;
const isTimed = !Number.isNaN(at) || values.undo !== undefined || values["went-back"];
if (!isNamed || !isTimed || values.reason === undefined) fail(USAGE);

const { reason = "" } = values;
const ask = await operatorCall(values.base, { token: values.token, staffId: values["staff-id"] });
if (what === "branch") await restoreBranch(branchId ?? "");
else await restoreDatabase();

async function restoreBranch(branch: string): Promise<void> {
	const { renewEpoch } = ENDPOINTS;
	if (values["went-back"]) {
		await confirm(branch);
		tell(renewEpoch.output.parse(await ask(`/branches/${branch}/epoch`, { reason })));
		return;
	}
	const { output } = ENDPOINTS.restoreBranch;
	const order = { to: values.undo ?? at, reason, confirm: branch };
	const { lost } = output.parse(await ask(`/branches/${branch}/restore`, { ...order, dryRun: true }));
	if (lost !== null) {
		const days = lost.businessDays.join(", ") || "-";
		console.log(`将丢失 · to be lost: ${lost.commits} 条流水 commits（${days}），现有至 · now up to ${lost.seq}`);
	}
	if (values["dry-run"]) return;
	await confirm(branch);
	const { wentOn, undo } = output.parse(await ask(`/branches/${branch}/restore`, order));
	if (wentOn !== null) tell(wentOn);
	console.log(`撤销办法 · to undo: npm run restore -- branch ${branch} --undo ${undo} --reason WHY`);
}

function tell({ epoch, seq, numbersFrom }: { epoch: number; seq: number; numbersFrom: number | null }): void {
	console.log(`已回退到第 ${seq} 条并继续 · goes on after commit ${seq}, epoch ${epoch}`);
	if (numbersFrom !== null) console.log(`今日取号从 ${numbersFrom} 起 · today's numbers go on from ${numbersFrom}`);
}

async function restoreDatabase(): Promise<void> {
	const timestamp = new Date(at).toISOString();
	if (!values["went-back"]) {
		console.log(await wrangler(["d1", "time-travel", "info", DATABASE, "--timestamp", timestamp]));
	}
	if (values["dry-run"]) return;
	await confirm(DATABASE);
	if (!values["went-back"]) {
		// Its last lines are the bookmark that undoes it.
		console.log(await wrangler(["d1", "time-travel", "restore", DATABASE, "--timestamp", timestamp]));
		await wrangler(["d1", "migrations", "apply", DATABASE, "--remote"]);
	}
	await sendAgain();
	await listByHand();
}

/** Every branch and chain, some at a time; those that do not answer are named and asked again by the next run. */
async function sendAgain(): Promise<void> {
	const silent: string[] = [];
	let sent = 0;
	let erased = 0;
	for (let after: string | null | undefined; after !== null; ) {
		const body = { reason, ...(after && { after }) };
		const page = ENDPOINTS.sendAgain.output.parse(await ask("/memory/forwarding", body));
		sent += page.sent.length;
		erased += page.erased;
		silent.push(...page.silent);
		after = page.next;
	}
	console.log(`已补报 · sent again: ${sent} 个机构 nodes；再次删除 · erased again: ${erased} 条 records`);
	if (silent.length === 0) return;
	console.error(`未答复，请稍后重新运行 · no answer, run this again later: ${silent.join(", ")}`);
	process.exitCode = 1;
}

/** What people did after the moment, from the ledger, oldest first. */
async function listByHand(): Promise<void> {
	const { output } = ENDPOINTS.ledger;
	const lines: string[] = [];
	for (let cursor: string | null = ""; cursor !== null; ) {
		const page: ReturnType<typeof output.parse> = output.parse(
			await ask(`/ledger?from=${at}&limit=200${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`),
		);
		for (const row of page.rows) {
			if (!BY_HAND.test(row.act) || row.result.state !== "done") continue;
			lines.push(`${new Date(row.at).toISOString()}  ${row.said.zh} · ${row.said.en}`);
		}
		cursor = page.next;
	}
	console.log(`须人工重做 · to be done again by hand: ${lines.length}`);
	for (const line of lines.reverse()) console.log(`  ${line}`);
}

/** Asks for the name once more, unless `--yes` says that nobody is to be asked. */
async function confirm(name: string): Promise<void> {
	if (values.yes) return;
	if (!process.stdin.isTTY) fail("无人可确认，请加 --yes · nobody is here to confirm: add --yes");
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	const typed = await terminal.question(`输入 ${name} 确认 · type ${name} to confirm: `);
	terminal.close();
	if (typed.trim() !== name) fail("未确认，未做任何改动 · not confirmed, nothing was done");
}

function fail(words: string): never {
	console.error(words);
	process.exit(2);
}
