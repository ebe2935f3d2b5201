import { signWord, stageWord } from "../../client-kit/words/case/kind-words.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import { useWords } from "../words/words.ts";

const LOOK = {
	good: { level: "level-within", icon: "check" },
	near: { level: "level-near", icon: "clock" },
	over: { level: "level-over", icon: "alert" },
} as const;

/** Where a case stands, and what is to be said of it, in a few words with their signs. */
export function CaseSigns({ row }: { readonly row: CaseShown }) {
	const { t, name } = useWords();
	return (
		<span className="line wrap small">
			<span className="tag">{name(stageWord(row.kind, row.stage))}</span>
			{row.signs.map((sign) => {
				const { level, icon } = LOOK[toneOf(row.kind, sign)];
				return (
					<span key={sign} className={`level ${level}`}>
						<Icon name={icon} />
						{name(signWord(row.kind, sign))}
					</span>
				);
			})}
			{row.erasedAt !== null && <span className="tag">{t("caseErased")}</span>}
		</span>
	);
}

function toneOf(kind: CaseKind, sign: string): keyof typeof LOOK {
	return definitionOf(kind).signs?.[sign]?.tone ?? "near";
}
