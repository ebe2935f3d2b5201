import { urgencyOf } from "../../client-kit/case/case-standing.ts";
import { stepWords } from "../../client-kit/words/case/kind-words.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { ActionButton } from "../parts/action-button.tsx";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { useWords } from "../words/words.ts";
import type { Cases } from "./use-cases.ts";

/** How many tasks the person has, what of it is overdue, and the way to write down one more. */
export function CasesBlock(props: {
	readonly cases: Cases;
	readonly now: number;
	readonly onOpen: (sheet: OpenSheet) => void;
}) {
	const { cases, now, onOpen } = props;
	const { t } = useWords();
	const { rows, next = null } = cases.mine.data ?? {};
	const overdue = rows?.filter((row) => urgencyOf(row, now) === "overdue").length ?? 0;
	return (
		<section className={`card line ${overdue > 0 ? "over" : ""}`} aria-label={t("myCases")}>
			<button type="button" className="line grow" onClick={() => onOpen({ kind: "cases" })}>
				<span className="lines grow">
					<strong>{t("myCases")}</strong>
					<span className="line wrap small" role="status">
						{overdue > 0 && (
							<span className="tag sign over">
								<Icon name="alert" />
								{t("caseCountOverdue", { count: overdue })}
							</span>
						)}
						{rows !== undefined && (
							<span className="soft">
								{rows.length === 0
									? t("caseCountNone")
									: t("caseCount", { count: next === null ? rows.length : `${rows.length}+` })}
							</span>
						)}
					</span>
				</span>
				<Icon name="chevron" />
			</button>
			<NewCaseButton cases={cases} onNew={() => onOpen({ kind: "open-case" })} />
		</section>
	);
}

/** Writes down one more; says of which kind where there is only one. */
export function NewCaseButton(props: {
	readonly cases: Cases;
	readonly onNew: () => void;
	readonly primary?: boolean;
}) {
	const { t, name } = useWords();
	const [kind, ...more] = props.cases.openable;
	if (kind === undefined) return null;
	return (
		<ActionButton
			tone={props.primary ? "primary" : "plain"}
			className={props.primary ? "wide tall" : ""}
			label={more.length === 0 ? name(stepWords(kind, "open").act) : t("caseNew")}
			onPress={props.onNew}
		/>
	);
}
