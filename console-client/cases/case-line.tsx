import { titleOf } from "../../client-kit/case/case-standing.ts";
import { valueInWords } from "../../client-kit/case/case-values.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { momentToMinute } from "../parts/moment.ts";
import { useWords, type Words } from "../words/words.ts";
import { sayingOf } from "./saying.ts";

/** Which of several cases that are masked alike: whom it is about, and how it differs. */
export function CaseLine({ shown }: { readonly shown: CaseShown }) {
	const words = useWords();
	const title = titleOf(shown) ?? words.t("caseErased");
	return <p className="soft">{[title, ...caseDetails(shown, words)].join(" · ")}</p>;
}

/** The facts of its columns, and when it was opened; nothing of a kind whose cases each have words of their own. */
export function caseDetails(shown: CaseShown, words: Words): readonly string[] {
	const { columns } = definitionOf(shown.kind);
	if (columns === undefined) return [];
	const facts = columns.filter((each) => shown.facts[each] != null);
	return [
		...facts.map((each) => valueInWords(shown, each, null, sayingOf(shown, words))),
		momentToMinute(shown.openedAt),
	];
}
