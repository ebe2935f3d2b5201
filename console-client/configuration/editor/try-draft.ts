import { type Difference, differences, EVERYTHING, fieldsOf } from "../../../rules/configuration/fields.ts";
import { faultsOf } from "../../../schema/configuration/section-faults.ts";
import { type SectionId, sectionOf } from "../../../schema/configuration/sections.ts";
import type { SectionAt } from "../../../schema/endpoint/configuration-endpoints.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import { fieldLabel } from "../labels/section-labels.ts";
import { lockedIn } from "./editor-body.ts";
import { sentenceInEditor } from "./issue-sentence.ts";

/** What saving a value would come to, without saving it: everything that would be refused, and what would change. */
export function tried(at: SectionAt, value: object): { readonly faults: Bilingual[]; readonly changes: Difference[] } {
	const changes = differences(fieldsOf(at.value as object), fieldsOf(value));
	const locked = lockedIn(at);
	const changedThoughLocked = changes.filter(({ field }) =>
		[EVERYTHING, field, field.split(".")[0] ?? field].some((lock) => locked.has(lock)),
	);
	return {
		changes,
		faults: [
			...faultsIn(at.section, value),
			...changedThoughLocked.map(({ field }) => ({
				zh: `“${field}”已由上级锁定，不能修改：请在文件中恢复原样`,
				en: `${field} is locked by a level above: put it back in the file as it was`,
			})),
		],
	};
}

/** As the server finds them; what the schema finds is said in the words and units of the editor. */
function faultsIn(section: SectionId, value: object): readonly Bilingual[] {
	const { error } = sectionOf(section).schema.safeParse(value);
	if (error === undefined) return faultsOf(section, value);
	return error.issues.map((issue) => {
		const [place, sentence] = [placeIn(section, issue.path), sentenceInEditor(issue)];
		return { zh: `${place.zh}${sentence.zh}`, en: `${place.en}: ${sentence.en}` };
	});
}

/** A field as the editor names it; within a list also the number of the item, counted from one. */
function placeIn(section: SectionId, path: readonly PropertyKey[]): Bilingual {
	const [list, index] = path;
	const whole = fieldLabel(section, String(list ?? ""));
	if (typeof index !== "number") return { zh: `“${whole.zh}”`, en: `“${whole.en}”` };
	const part = fieldLabel(section, `${String(list)}.${String(path.at(-1))}`);
	return { zh: `“${whole.zh}”第 ${index + 1} 项“${part.zh}”`, en: `${whole.en} ${index + 1}, “${part.en}”` };
}
