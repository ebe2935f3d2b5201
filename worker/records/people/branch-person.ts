import { sql } from "drizzle-orm";
import * as z from "zod";
import { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { BranchId } from "../../../schema/ids.ts";
import { STAFF_MAX } from "../../../schema/limits.ts";
import type { Memory } from "../memory.ts";

const Row = z.object({ staff_id: z.string(), name_zh: z.string(), name_en: z.string(), roles: z.string() });

/** Everybody active with a role at exactly this branch, by staff number; at most `STAFF_MAX`. */
export async function peopleAt(memory: Memory, branchId: BranchId): Promise<BranchPerson[]> {
	const rows = await memory.all(sql`
		select staff_id, name_zh, name_en, json_group_array(role order by role) as roles
		from assignments join people using (staff_id)
		where node_id = ${branchId} and status = 'active'
		group by staff_id order by staff_id limit ${STAFF_MAX}`);
	return rows.map((each) => {
		const { staff_id: id, name_zh: zh, name_en: en, roles } = Row.parse(each);
		return BranchPerson.parse({ id, name: { zh, en }, roles: JSON.parse(roles) });
	});
}
