import { Icon } from "../parts/icon.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { useWords } from "../words/words.ts";
import type { OneReferral } from "./use-referral.ts";

/** Why a change of the record was not taken. */
export function ReferralProblem({ one }: { readonly one: OneReferral }) {
	const { t } = useWords();
	if (!one.changedMeanwhile) return <ProblemLine problem={one.problem} />;
	return (
		<div className="notice notice-near" role="alert">
			<Icon name="alert" />
			<span>{t("changedMeanwhile")}</span>
		</div>
	);
}
