import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Bilingual } from "../../../schema/ids.ts";
import type { Memory } from "../memory.ts";

const Named = z.object({ id: z.string(), zh: z.string(), en: z.string() });

/** What people are called; nobody is there whom the bank's books do not have. */
export async function staffNames(memory: Memory, ids: readonly string[]): Promise<ReadonlyMap<string, Bilingual>> {
	const rows = await memory.all(sql`select staff_id as id, name_zh as zh, name_en as en from people
		where staff_id in (select value from json_each(${JSON.stringify([...new Set(ids)])}))`);
	const named = Named.array().parse(rows);
	return new Map(named.map(({ id, ...name }) => [id, name]));
}
