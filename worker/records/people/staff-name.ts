import { type SQLWrapper, sql } from "drizzle-orm";
import * as z from "zod";
import { Bilingual } from "../../../schema/ids.ts";
import type { Memory } from "../memory.ts";

const Named = z.object({ id: z.string(), zh: z.string(), en: z.string() });

/** What somebody is called, as JSON; null for whom the bank's books do not have. */
export function staffNameOf(staffId: SQLWrapper) {
	return sql<
		string | null
	>`(select json_object('zh', name_zh, 'en', name_en) from people where people.staff_id = ${staffId})`;
}

export function nameFromJson(name: string | null): Bilingual | null {
	return name === null ? null : Bilingual.parse(JSON.parse(name));
}

/** What people are called; nobody is there whom the bank's books do not have. */
export async function staffNames(memory: Memory, ids: readonly string[]): Promise<ReadonlyMap<string, Bilingual>> {
	const rows = await memory.all(sql`select staff_id as id, name_zh as zh, name_en as en from people
		where staff_id in (select value from json_each(${JSON.stringify([...new Set(ids)])}))`);
	const named = Named.array().parse(rows);
	return new Map(named.map(({ id, ...name }) => [id, name]));
}
