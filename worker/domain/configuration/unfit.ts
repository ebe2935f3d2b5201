import type { SectionFault } from "../../../schema/configuration/definition/section.ts";
import { forbidden } from "../../../schema/configuration/public-texts.ts";
import { KEPT_OFF } from "../../../schema/hall/configuration-texts.ts";
import type { Bilingual } from "../../../schema/ids.ts";

/** What a check of a configuration found: where, and what. */
export type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** By the words that the configuration's own rules use (`schema/hall/configuration.ts`): what it means, and what to do. */
const MEANINGS: readonly (readonly [said: string, zh: string, en: string])[] = [
	[
		"unknown service",
		"用到了该网点没有的业务：请去掉它，或先加入该业务",
		"names a service that the branch does not have: take it out, or add the service first",
	],
	["unknown zone", "所在的分区不存在：请另选分区", "stands in a zone that is not there: choose another one"],
	["unknown class", "不在客户类别表中：请另选类别", "is not in the list of classes: choose another one"],
	["ids must be unique", "有代码相同的两项：请改其中一个的代码", "has two of one code: give one of them another"],
	[
		"a public label must not name",
		"含有不宜公开的客户分层用语：请改名",
		"names a segment where the hall sees it: give it another name",
	],
	["called the same", "与该网点的另一项重名：请改名", "is called the same as another one of the branch: rename it"],
];

/** What keeps a section from fitting in at a branch, named by what it is about there. */
export function unfitAt(configuration: object, { path, message }: Issue): Bilingual {
	const named = nameAt(configuration, path);
	if (message.startsWith(KEPT_OFF)) return forbidden(named, message.slice(KEPT_OFF.length));
	const meaning = MEANINGS.find(([said]) => message.startsWith(said));
	const [, zh, en] = meaning ?? ["", "不符合要求：请核对后修改", "is not as it should be: look it over and change it"];
	return { zh: `“${named.zh}”${zh}`, en: `“${named.en}” ${en}` };
}

/** The innermost thing on the way there that has a name; else the way itself. */
function nameAt(value: unknown, path: readonly PropertyKey[]): Bilingual {
	let found: Bilingual = { zh: path.join("."), en: path.join(".") };
	let at = value;
	for (const step of path) {
		at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
		const { name, label } = (at ?? {}) as { readonly name?: Bilingual; readonly label?: Bilingual };
		found = name ?? label ?? found;
	}
	return found;
}

/** As a refusal tells it: a line in each language. */
export function told({ zh, en }: Bilingual | SectionFault): string {
	return `${zh}\n${en}`;
}
