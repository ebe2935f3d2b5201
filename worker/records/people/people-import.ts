import { sql } from "drizzle-orm";
import type { ProblemCode } from "../../../schema/problem.ts";
import type { ImportPlan } from "../../domain/people/people-import.ts";
import type { Memory } from "../memory.ts";
import { unlessRefused } from "../refusal.ts";
import { together } from "../together.ts";

/**
 * Does what a file asks for in one transaction of six statements, whatever its length. Roles are given before any is
 * taken, so that an operator can hand over; whoever has changed since the plan was made undoes all of it.
 */
export function importPeople(
	memory: Memory,
	plan: ImportPlan,
	now: number,
): Promise<"done" | { readonly refused: ProblemCode }> {
	const joining = plan.joins.filter(({ before }) => before === null).map(({ joiner }) => joiner);
	const returning = plan.joins.flatMap(({ joiner, before }) => (before === null ? [] : [{ joiner, before }]));
	const given = [...plan.joins, ...plan.changes].map(({ joiner }) => joiner);
	const replaced = [...returning, ...plan.changes].map(({ joiner }) => joiner);
	const people = JSON.stringify(joining.map(({ staffId, name }) => ({ staffId, ...name })));
	const roles = rolesOf(given);
	return unlessRefused(async () => {
		await together(memory, [
			sql`insert into people
				(staff_id, name_zh, name_en, status, must_change_password, version, joined_at)
				select value ->> 'staffId', value ->> 'zh', value ->> 'en', 'active', 0, 1, ${now} from json_each(${people})`,
			update(
				returning,
				"left",
				sql`, status = 'active', joined_at = ${now}, left_at = null,
				password_hash = null, must_change_password = 0`,
			),
			update(plan.changes, "active", sql``),
			sql`insert or ignore into assignments (staff_id, role, node_id)
				select value ->> 0, value ->> 1, value ->> 2 from json_each(${roles})`,
			sql`delete from assignments
				where staff_id in (select value from json_each(${JSON.stringify(replaced.map(({ staffId }) => staffId))}))
				and (staff_id, role, node_id) not in (
					select value ->> 0, value ->> 1, value ->> 2 from json_each(${rolesOf(replaced)}))`,
			sql`update people set status = 'left', left_at = ${now}, password_hash = null, must_change_password = 0,
				version = case when people.version = wanted.version and people.status = 'active' then people.version + 1 end
				from (select value ->> 'staffId' as staff_id, value ->> 'version' as version
					from json_each(${JSON.stringify(plan.leaves.map(({ staffId, version }) => ({ staffId, version })))})) as wanted
				where people.staff_id = wanted.staff_id`,
		]);
		return "done" as const;
	});
}

function update(list: ImportPlan["joins"], status: "active" | "left", more: ReturnType<typeof sql>) {
	const rows = list.map(({ joiner: { staffId, name }, before }) => ({ staffId, ...name, version: before?.version }));
	return sql`update people set name_zh = wanted.zh, name_en = wanted.en,
		version = case when people.version = wanted.version and people.status = ${status} then people.version + 1 end ${more}
		from (select value ->> 'staffId' as staff_id, value ->> 'zh' as zh, value ->> 'en' as en,
			value ->> 'version' as version from json_each(${JSON.stringify(rows)})) as wanted
		where people.staff_id = wanted.staff_id`;
}

function rolesOf(joiners: readonly ImportPlan["joins"][number]["joiner"][]): string {
	return JSON.stringify(
		joiners.flatMap(({ staffId, assignments }) => assignments.map(({ role, nodeId }) => [staffId, role, nodeId])),
	);
}
