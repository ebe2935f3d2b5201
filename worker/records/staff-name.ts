import { type SQLWrapper, sql } from "drizzle-orm";
import { Bilingual } from "../../schema/ids.ts";

/** What somebody is called, as JSON; null for whom the bank's books do not have. */
export function staffNameOf(staffId: SQLWrapper) {
	return sql<
		string | null
	>`(select json_object('zh', name_zh, 'en', name_en) from people where people.staff_id = ${staffId})`;
}

export function nameFromJson(name: string | null): Bilingual | null {
	return name === null ? null : Bilingual.parse(JSON.parse(name));
}
