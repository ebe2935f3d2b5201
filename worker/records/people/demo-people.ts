import { sql } from "drizzle-orm";
import { kindOfNode } from "../../../rules/institution.ts";
import { defaultConfiguration } from "../../domain/bank/default-configuration.ts";
import { DEMO_NODES, demoPeople } from "../../domain/bank/demo-people.ts";
import type { Memory } from "../memory.ts";
import { together } from "../together.ts";

/**
 * Puts the demo's tree and people in, all with one password that need not be changed. Whoever is there already keeps
 * name, roles and status; the password is set again, because it is printed at every start.
 */
export async function rememberDemoPeople(memory: Memory, passwordHash: string, now: number): Promise<void> {
	const anywhere = { zh: "-", en: "-" };
	const standard = defaultConfiguration({ branchId: "sh-any", name: anywhere, region: anywhere, kind: "standard" });
	const nodes = DEMO_NODES.map((node) => ({ ...node, ...node.name, kind: kindOfNode(node.nodeId) }));
	const people = demoPeople(standard.staff).map(({ staffId, name, assignments }) => ({
		staffId,
		...name,
		assignments,
	}));
	const given = JSON.stringify(people);
	await together(memory, [
		sql`insert or ignore into institution_nodes (node_id, kind, parent_id, name_zh, name_en, version)
			select value ->> 'nodeId', value ->> 'kind', value ->> 'parentId', value ->> 'zh', value ->> 'en', 1
			from json_each(${JSON.stringify(nodes)})`,
		// Version 0 marks those who are new in this very transaction, until their roles are in.
		sql`insert or ignore into people (staff_id, name_zh, name_en, status, must_change_password, version, joined_at)
			select value ->> 'staffId', value ->> 'zh', value ->> 'en', 'active', 0, 0, ${now} from json_each(${given})`,
		sql`insert into assignments (staff_id, role, node_id)
			select people.staff_id, role.value ->> 'role', role.value ->> 'nodeId'
			from json_each(${given}) as person, json_each(person.value, '$.assignments') as role, people
			where people.staff_id = person.value ->> 'staffId' and people.version = 0`,
		sql`update people set version = 1 where version = 0`,
		sql`update people set password_hash = ${passwordHash}, must_change_password = 0
			where status = 'active' and staff_id in (select value ->> 'staffId' from json_each(${given}))`,
	]);
}
