import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { Assignment, Person, PersonStatus } from "../../../schema/people/person.ts";

const PersonRow = z.object({
	staff_id: z.string(),
	name_zh: z.string(),
	name_en: z.string(),
	status: PersonStatus,
	has_password: z.number(),
	must_change_password: z.number(),
	version: z.number(),
	joined_at: z.number(),
	left_at: z.number().nullable(),
	assignments: z.string(),
});

/** Everything of a person but the password's hash; `people` must be in the statement's `from`. */
export const PERSON_COLUMNS: SQL = sql`
	people.staff_id, people.name_zh, people.name_en, people.status, people.password_hash is not null as has_password,
	people.must_change_password, people.version, people.joined_at, people.left_at,
	(select json_group_array(json_object('role', role, 'nodeId', node_id) order by node_id, role)
		from assignments where assignments.staff_id = people.staff_id) as assignments`;

export function personOf(row: unknown): Person {
	const read = PersonRow.parse(row);
	return Person.parse({
		staffId: read.staff_id,
		name: { zh: read.name_zh, en: read.name_en },
		status: read.status,
		assignments: z.array(Assignment).parse(JSON.parse(read.assignments)),
		hasPassword: read.has_password === 1,
		mustChangePassword: read.must_change_password === 1,
		version: read.version,
		joinedAt: read.joined_at,
		leftAt: read.left_at,
	});
}
