import { nameFaults } from "../../hall/configuration-texts.ts";
import type { Bilingual } from "../../ids.ts";
import type { SectionFault } from "./section.ts";

type Thing = { readonly id: string; readonly name: Bilingual };

/** What is wrong with a list of things that the hall sees: two with one code or one name, a name that nobody may read there. */
export function thingFaults(list: string, things: readonly Thing[]): SectionFault[] {
	const ids = things.map(({ id }) => id);
	const twins = ids
		.filter((id, at) => ids.indexOf(id) < at)
		.map((id) => ({ at: ids.lastIndexOf(id), message: `the code ${id} stands here twice` }));
	return [...twins, ...nameFaults(things.map(({ name }) => name))].map(({ at, message }) => {
		const thing = things[at];
		return {
			field: `${list}.${thing?.id}`,
			zh: `“${thing?.name.zh}”与另一项重名或代码相同，或含有不宜公开的客户分层用语：请改名或改代码`,
			en: `“${thing?.name.en}”: ${message}; rename it or give it another code`,
		};
	});
}
