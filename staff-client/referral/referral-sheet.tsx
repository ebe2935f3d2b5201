import { useState } from "react";
import { fieldsToShow } from "../../client-kit/customer/referral-fields.ts";
import { signsAs } from "../../rules/case/referral.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { ShowReason } from "../record/show-reason.tsx";
import { ShownLine } from "../record/shown-line.tsx";
import { useWords } from "../words/words.ts";
import { ChangeForm } from "./change-form.tsx";
import { OutcomeForm } from "./outcome-form.tsx";
import { RecordLine } from "./record-line.tsx";
import { ReferralFacts } from "./referral-facts.tsx";
import { ReferralProblem } from "./referral-problem.tsx";
import type { ReferralSheetProps } from "./referral-sheet-props.ts";
import { ReferralSigns } from "./referral-signs.tsx";
import { SignInstead } from "./sign-instead.tsx";
import { type OneReferral, useReferral } from "./use-referral.ts";
import { useShownReferral } from "./use-shown-referral.ts";

/** One record: masked, shown in full with a reason, changed, signed, and what came of it. */
export function ReferralSheet(props: ReferralSheetProps & { readonly referralId: string }) {
	const { referrals, onOpen } = props;
	const { t } = useWords();
	const one = useReferral(referrals.branchId, props.referralId, referrals.credential);
	if (one.row !== null) return <Opened {...props} one={one} row={one.row} />;
	return (
		<Sheet title={t("referrals")} onClose={() => onOpen({ kind: "referrals" })}>
			{one.problem === null ? <p className="soft">{t("loading")}</p> : <ProblemLine problem={one.problem} />}
		</Sheet>
	);
}

type Doing = "asking-why" | "asking-outcome" | "changing" | "outcome" | "signing-instead";

function Opened(props: ReferralSheetProps & { readonly one: OneReferral; readonly row: ReferralRow }) {
	const { hall, live, one, row, referrals, onOpen } = props;
	const { t } = useWords();
	const shown = useShownReferral(row, referrals.credential);
	const record = <RecordLine hall={hall} row={row} />;
	const [doing, setDoing] = useState<Doing | null>(null);
	const back = () => setDoing(null);
	if (doing === "asking-why") return <ShowReason record={record} shown={shown} onShown={back} onClose={back} />;
	if (doing === "asking-outcome") {
		return <ShowReason record={record} shown={shown} onShown={() => setDoing("outcome")} onClose={back} />;
	}
	if (doing === "signing-instead") return <SignInstead one={one} record={record} onClose={back} />;
	if (doing === "outcome") {
		return <OutcomeForm hall={hall} one={one} row={row} known={shown.values?.outcome ?? null} onClose={back} />;
	}
	// What is on record already is seen first, so that it is gone on from and not written over.
	const outcomeStep =
		row.has.outcome && !shown.values?.outcome && props.may("referral.show") ? "asking-outcome" : "outcome";
	if (doing === "changing") {
		return <ChangeForm hall={hall} one={one} row={row} referenceOnly={live.rules.referenceOnly} onClose={back} />;
	}
	return (
		<Sheet
			title={row.name ?? row.customerReference ?? t("referralErased")}
			onClose={() => onOpen({ kind: "referrals" })}
			foot={<Actions {...props} outcomeStep={outcomeStep} onDo={setDoing} />}
		>
			<ReferralSigns row={row} />
			<ReferralFacts hall={hall} row={row} values={shown.values} />
			{props.may("referral.show") && fieldsToShow(row).length > 0 && (
				<ShownLine shown={shown} ask={t("referralShow")} onAsk={() => setDoing("asking-why")} />
			)}
			<ReferralProblem one={one} />
		</Sheet>
	);
}

/** Only what the role may do; the server refuses the rest anyway. */
function Actions(
	props: ReferralSheetProps & {
		readonly one: OneReferral;
		readonly row: ReferralRow;
		readonly outcomeStep: Doing;
		readonly onDo: (doing: Doing) => void;
	},
) {
	const { one, row, may, staffId } = props;
	const { t } = useWords();
	if (row.erasedAt !== null) return null;
	const signs = signsAs(row.managerId, staffId, may);
	const maySign = signs === "manager";
	return (
		<div className="sheet-actions">
			{maySign && row.signed === null && (
				<>
					<ActionButton
						tone="primary"
						label={t("signIntroduced")}
						waiting={one.waiting}
						onPress={() => void one.sign({ status: "introduced" })}
					/>
					<ActionButton
						label={t("signFollowUp")}
						waiting={one.waiting}
						onPress={() => void one.sign({ status: "to_follow_up" })}
					/>
				</>
			)}
			{signs === "instead" && row.signed === null && (
				<ActionButton label={t("signInstead")} onPress={() => props.onDo("signing-instead")} />
			)}
			{may("referral.change") && <ActionButton label={t("referralChange")} onPress={() => props.onDo("changing")} />}
			{maySign && (
				<ActionButton
					label={t(row.outcomeAt === null ? "referralRecordOutcome" : "referralChangeOutcome")}
					onPress={() => props.onDo(props.outcomeStep)}
				/>
			)}
		</div>
	);
}
