import { holds } from "../../../rules/holding.ts";
import { covers } from "../../../rules/place.ts";
import { creditEarned } from "../../records/case/credit.ts";
import { memoryOf } from "../../records/memory.ts";
import { staffNames } from "../../records/people/staff-name.ts";
import { type Handler, Refused } from "../door/serve.ts";
import { orNotReady } from "../door/unavailable.ts";
import { bringCases } from "./list-cases.ts";
import { actorsOf } from "./stored-case.ts";

const MONTH_CHARS = 7;

/** Everybody's points for whoever may see them; else one's own alone. */
export const credit: Handler<"credit"> = ({ env, caller, params, query }) =>
	orNotReady(async () => {
		const { branchId } = params;
		const here = actorsOf(caller).filter((each) => covers(each.place, branchId));
		const own = here.flatMap((each) => (each.kind === "staff" ? each.staffId : []))[0];
		if (own === undefined) return new Refused("not-permitted");
		const staffId = here.some((each) => holds(each, "credit.read")) ? null : own;
		await bringCases(env, branchId);
		const memory = memoryOf(env.DB);
		const earned = await creditEarned(memory, { branchId, month: query.day.slice(0, MONTH_CHARS), staffId });
		const names = await staffNames(
			memory,
			earned.map((each) => each.staffId),
		);
		return { rows: earned.map((each) => ({ ...each, name: names.get(each.staffId) })) };
	});
