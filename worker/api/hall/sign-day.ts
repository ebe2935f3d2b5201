import { covers } from "../../../rules/place.ts";
import type { DaySigning } from "../../../schema/hall/day-signing.ts";
import { nextToSign, signingStep } from "../../domain/report/day-signing.ts";
import type { Env } from "../../platform/env.ts";
import { addToSigning, signingOf, unsignedRecords } from "../../records/bank/day-signing.ts";
import { findReportText } from "../../records/bank/report.ts";
import { memoryOf } from "../../records/memory.ts";
import { askBranch } from "../door/branch-stub.ts";
import { rolesWith } from "../door/granters.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";

type Day = { readonly branchId: string; readonly businessDay: string };

/** What waits at the branch goes to D1 first, so that a record signed a moment ago counts. */
async function signingNow(env: Env, { branchId, businessDay }: Day): Promise<DaySigning | Refused> {
	const brought = await askBranch(env, branchId, async (branch) => {
		await branch.bringCases();
		return true;
	});
	if (brought instanceof Refused) return brought;
	const memory = memoryOf(env.DB);
	const [steps, unsigned] = await Promise.all([
		signingOf(memory, branchId, businessDay),
		unsignedRecords(memory, branchId, businessDay),
	]);
	return { version: steps.length, next: nextToSign(steps), steps, unsigned };
}

export const daySigning: Handler<"daySigning"> = ({ env, params }) => orNotReady(() => signingNow(env, params));

export const signDay: Handler<"signDay"> = ({ env, caller, params, body, version, now }) =>
	orNotReady(async () => {
		const memory = memoryOf(env.DB);
		const report = await findReportText(memory, params.branchId, params.businessDay);
		if (report === null) return new Refused("no-report", { detail: params.businessDay });
		const before = await signingNow(env, params);
		if (before instanceof Refused) return before;
		if (before.version !== version) return new Refused("changed-since-read");
		const actors = rolesWith("day.sign", caller).filter((each) => covers(each.place, params.branchId));
		const { steps, unsigned } = before;
		const step = signingStep({ steps, body, actors, unsigned, at: now, hash: report.hash });
		if ("refused" in step)
			return new Refused(step.refused, step.refused === "records-unsigned" ? { detail: String(unsigned) } : {});
		if (!(await addToSigning(memory, { ...params, version: before.version + 1 }, step)))
			return new Refused("changed-since-read");
		const after = [...steps, step];
		return { version: after.length, next: nextToSign(after), steps: after, unsigned };
	});
