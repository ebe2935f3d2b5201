import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { placeAt } from "../../../rules/place.ts";
import { type Place, Role, StaffActor } from "../../../schema/actor.ts";
import { BranchId, type NodeId } from "../../../schema/ids.ts";
import type { Assignment, Joiner, Person, PersonChange } from "../../../schema/people/person.ts";
import type { ProblemCode } from "../../../schema/problem.ts";
import type { Profile } from "../../domain/session/profile.ts";
import type { Memory } from "../memory.ts";
import { unlessRefused } from "../refusal.ts";
import { together } from "../together.ts";
import { withinAny, withinPlace } from "../within-place.ts";
import { PERSON_COLUMNS, personOf } from "./person-row.ts";

export type Written = Person | { readonly refused: ProblemCode };
/** Hash of a password somebody else chose; null: none is given. */
type Given = { readonly passwordHash: string | null; readonly now: number };

export async function findPerson(memory: Memory, staffId: string): Promise<Person | null> {
	const [row] = await memory.all(sql`select ${PERSON_COLUMNS} from people where staff_id = ${staffId}`);
	return row === undefined ? null : personOf(row);
}

/** Those of these staff numbers that are known, in no order. */
export async function findPeople(memory: Memory, staffIds: readonly string[]): Promise<Person[]> {
	const rows = await memory.all(
		sql`select ${PERSON_COLUMNS} from people
			where staff_id in (select value from json_each(${JSON.stringify(staffIds)}))`,
	);
	return rows.map(personOf);
}

export type PeopleFilter = {
	/** Only those with a role within one of these. */
	readonly places: readonly Place[];
	readonly nodeId?: NodeId | undefined;
	readonly role?: string | undefined;
	readonly status?: string | undefined;
	readonly text?: string | undefined;
};

/** One page of people by staff number; node and role are meant of one and the same assignment. */
export async function listPeople(
	memory: Memory,
	{ places, nodeId, role, status, text }: PeopleFilter,
	page: { readonly limit: number; readonly after: string | null },
): Promise<Person[]> {
	const node = sql`assignments.node_id`;
	const held: SQL[] = [withinAny(node, places)];
	if (nodeId !== undefined) held.push(withinPlace(node, nodeId));
	if (role !== undefined) held.push(sql`assignments.role = ${role}`);
	const wanted: SQL[] = [
		sql`people.staff_id in (select assignments.staff_id from assignments where ${sql.join(held, sql` and `)})`,
	];
	if (status !== undefined) wanted.push(sql`people.status = ${status}`);
	if (text !== undefined) {
		wanted.push(sql`(instr(people.name_zh, ${text}) > 0 or instr(lower(people.name_en), lower(${text})) > 0
			or instr(people.staff_id, lower(${text})) = 1)`);
	}
	if (page.after !== null) wanted.push(sql`people.staff_id > ${page.after}`);
	const rows = await memory.all(
		sql`select ${PERSON_COLUMNS} from people where ${sql.join(wanted, sql` and `)}
			order by people.staff_id limit ${page.limit}`,
	);
	return rows.map(personOf);
}

/** Writes somebody who was never known. */
export function addPerson(memory: Memory, joiner: Joiner, { passwordHash, now }: Given): Promise<Written> {
	const { staffId, name } = joiner;
	return unlessRefused(async () => {
		const [, , [row] = []] = await together(memory, [
			sql`insert into people
				(staff_id, name_zh, name_en, status, password_hash, must_change_password, version, joined_at)
				values (${staffId}, ${name.zh}, ${name.en}, 'active', ${passwordHash}, ${passwordHash === null ? 0 : 1}, 1, ${now})`,
			giveRoles(staffId, joiner.assignments),
			sql`select ${PERSON_COLUMNS} from people where staff_id = ${staffId}`,
		]);
		return personOf(row);
	});
}

/** Somebody who left, at this version, comes back with these roles and no others. */
export function takeBack(memory: Memory, joiner: Joiner, version: number, given: Given): Promise<Written> {
	const { passwordHash, now } = given;
	return write(memory, joiner.staffId, version, "left", {
		set: sql`name_zh = ${joiner.name.zh}, name_en = ${joiner.name.en}, status = 'active', joined_at = ${now}, left_at = null,
			password_hash = ${passwordHash}, must_change_password = ${passwordHash === null ? 0 : 1}`,
		assignments: joiner.assignments,
	});
}

/** Name and roles of somebody active, if the version is still the one that was read. */
export function changePerson(memory: Memory, staffId: string, version: number, change: PersonChange): Promise<Written> {
	return write(memory, staffId, version, "active", {
		set: sql`name_zh = ${change.name.zh}, name_en = ${change.name.en}`,
		assignments: change.assignments,
	});
}

/** The roles held last stay on record; the password does not. */
export function leave(memory: Memory, staffId: string, version: number, now: number): Promise<Written> {
	return write(memory, staffId, version, "active", {
		set: sql`status = 'left', left_at = ${now}, password_hash = null, must_change_password = 0`,
		assignments: null,
	});
}

/** Keeps the hash of a password; `mustChange` when somebody else chose it. Nothing happens to who has left. */
export async function rememberPassword(memory: Memory, staffId: string, passwordHash: string, mustChange: boolean) {
	await memory.run(sql`update people set password_hash = ${passwordHash}, must_change_password = ${mustChange ? 1 : 0}
		where staff_id = ${staffId} and status = 'active'`);
}

const Held = z.object({ role: Role, nodeId: z.string(), branchIds: z.array(BranchId).nullable() });
const ProfileRow = z.object({
	name_zh: z.string(),
	name_en: z.string(),
	status: z.string(),
	password_hash: z.string().nullable(),
	must_change_password: z.number(),
	held: z.string(),
});

/** What signing in needs of a person, asked in one statement; null for a staff number nobody has. */
export async function profileOf(memory: Memory, staffId: string): Promise<Profile | null> {
	const [found] = await memory.all(sql`
		select name_zh, name_en, status, password_hash, must_change_password,
			(select json_group_array(json_object('role', role, 'nodeId', node_id, 'branchIds',
				case when instr(node_id, '.') > 0 then (
					select json_group_array(below.node_id) from institution_nodes as below
					where below.parent_id = assignments.node_id) end) order by node_id, role)
				from assignments where assignments.staff_id = people.staff_id) as held
		from people where staff_id = ${staffId}`);
	if (found === undefined) return null;
	const row = ProfileRow.parse(found);
	const active = row.status === "active";
	const held = active ? z.array(Held).parse(JSON.parse(row.held)) : [];
	return {
		staffId,
		name: { zh: row.name_zh, en: row.name_en },
		active,
		passwordHash: row.password_hash,
		mustChangePassword: row.must_change_password === 1,
		actors: held.map(({ role, nodeId, branchIds }) => {
			const place = placeAt(nodeId, branchIds ?? []);
			return StaffActor.parse({ kind: "staff", staffId, role, place });
		}),
	};
}

/** Who holds a role at exactly these nodes, which one parameter carries whatever their number. */
export async function staffIdsAt(memory: Memory, nodeIds: readonly NodeId[]): Promise<string[]> {
	const rows = await memory.all<{ staff_id: string }>(
		sql`select distinct staff_id from assignments join people using (staff_id)
			where node_id in (select value from json_each(${JSON.stringify(nodeIds)})) and status = 'active'`,
	);
	return rows.map((row) => row.staff_id);
}

/** The active operators of the whole bank. */
export async function operatorIds(memory: Memory): Promise<string[]> {
	const rows = await memory.all<{ staff_id: string }>(
		sql`select staff_id from assignments join people using (staff_id)
			where node_id = 'bank' and role = 'head-office-operator' and status = 'active'`,
	);
	return rows.map((row) => row.staff_id);
}

/** One change of one person in one transaction: another version, or another status, undoes all of it. */
function write(
	memory: Memory,
	staffId: string,
	version: number,
	status: Person["status"],
	{ set, assignments }: { readonly set: SQL; readonly assignments: readonly Assignment[] | null },
): Promise<Written> {
	const next = sql`case when version = ${version} and status = ${status} then version + 1 end`;
	const roles = assignments === null ? [] : [giveRoles(staffId, assignments), takeOtherRoles(staffId, assignments)];
	return unlessRefused(async () => {
		const results = await together(memory, [
			sql`update people set version = ${next}, ${set} where staff_id = ${staffId}`,
			...roles,
			sql`select ${PERSON_COLUMNS} from people where staff_id = ${staffId}`,
		]);
		return personOf(results.at(-1)?.[0]);
	});
}

function giveRoles(staffId: string, assignments: readonly Assignment[]): SQL {
	return sql`insert or ignore into assignments (staff_id, role, node_id)
		select ${staffId}, value ->> 'role', value ->> 'nodeId' from json_each(${JSON.stringify(assignments)})`;
}

function takeOtherRoles(staffId: string, assignments: readonly Assignment[]): SQL {
	return sql`delete from assignments where staff_id = ${staffId} and not exists (
		select 1 from json_each(${JSON.stringify(assignments)})
		where value ->> 'role' = assignments.role and value ->> 'nodeId' = assignments.node_id)`;
}
