import { sql } from "drizzle-orm";
import * as z from "zod";
import type { LedgerNames, NamedIds } from "../../domain/ledger/ledger-names.ts";
import type { Memory } from "../memory.ts";

const Named = z.object({ id: z.string(), zh: z.string(), en: z.string() });
const DeviceRow = z.object({ id: z.string(), name: z.string() });
const CaseRow = z.object({ id: z.string(), businessDay: z.string(), reasonCode: z.string().nullable() });

/** What people, nodes, devices and records are called; those that are not known are left out. */
export async function namesOf(memory: Memory, ids: NamedIds): Promise<LedgerNames> {
	const among = (set: ReadonlySet<string>) => sql`(select value from json_each(${JSON.stringify([...set])}))`;
	const [staff, nodes, devices, cases] = await Promise.all([
		memory.all(
			sql`select staff_id as id, name_zh as zh, name_en as en from people where staff_id in ${among(ids.staff)}`,
		),
		memory.all(
			sql`select node_id as id, name_zh as zh, name_en as en from institution_nodes where node_id in ${among(ids.nodes)}`,
		),
		memory.all(sql`select device_id as id, name from devices where device_id in ${among(ids.devices)}`),
		memory.all(
			sql`select substr(case_id, length(branch_id) + 2) as id, json_extract(body, '$.businessDay') as businessDay,
				json_extract(body, '$.facts.reasonCode') as reasonCode from cases
				where case_id in (
					select branch.value || '_' || asked.value
					from json_each(${JSON.stringify([...ids.nodes])}) as branch, json_each(${JSON.stringify([...ids.cases])}) as asked
				)`,
		),
	]);
	return {
		staff: new Map(
			Named.array()
				.parse(staff)
				.map(({ id, ...name }) => [id, name]),
		),
		nodes: new Map(
			Named.array()
				.parse(nodes)
				.map(({ id, ...name }) => [id, name]),
		),
		devices: new Map(
			DeviceRow.array()
				.parse(devices)
				.map(({ id, name }) => [id, name]),
		),
		cases: new Map(
			CaseRow.array()
				.parse(cases)
				.map(({ id, ...known }) => [id, known]),
		),
	};
}
