import { type Difference, differences, EVERYTHING, fieldsOf } from "../../../rules/configuration/fields.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import type { SectionAt } from "../../../schema/endpoint/configuration-endpoints.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import { lockedIn } from "./editor-body.ts";

/** What saving a value would come to, without saving it: everything that would be refused, and what would change. */
export function tried(at: SectionAt, value: object): { readonly faults: Bilingual[]; readonly changes: Difference[] } {
	const changes = differences(fieldsOf(at.value as object), fieldsOf(value));
	const locked = lockedIn(at);
	const closed = changes.filter(({ field }) =>
		[EVERYTHING, field, field.split(".")[0] ?? field].some((lock) => locked.has(lock)),
	);
	return {
		changes,
		faults: [
			...faultsOf(at.section, value),
			...closed.map(({ field }) => ({
				zh: `“${field}”已由上级锁定，不能修改：请在文件中恢复原样`,
				en: `${field} is locked by a level above: put it back in the file as it was`,
			})),
		],
	};
}
