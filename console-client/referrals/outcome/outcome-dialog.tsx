import { useState } from "react";
import { SHOW_REFERRAL } from "../../../rules/routes/referral.ts";
import type { ReferralOutcome, ReferralRow, ReferralValues, ShownReferral } from "../../../schema/customer/referral.ts";
import { useChange } from "../../data/use-change.ts";
import type { Shown } from "../../data/use-shown.ts";
import { useMe } from "../../frame/me.ts";
import { FormDialog } from "../../parts/form/form-dialog.tsx";
import { ReasonField } from "../../parts/form/reason-field.tsx";
import { useWords } from "../../words/words.ts";
import { OutcomeForm } from "./outcome-form.tsx";
import { RecordLine } from "./record-line.tsx";

/** What came of a referral. What is on record already is shown first, with a reason, and gone on from. */
export function OutcomeDialog(props: {
	readonly row: ReferralRow;
	readonly shown: Shown<ReferralValues>;
	readonly onClose: () => void;
}) {
	const { row, shown, onClose } = props;
	const me = useMe();
	const [basis, setBasis] = useState(row);
	const [known, setKnown] = useState<ReferralOutcome | null>(shown.values?.outcome ?? null);
	if (basis.has.outcome && known === null && me.may("referral.show", basis.branchId)) {
		const onRead = (answer: ShownReferral) => {
			shown.show(answer);
			setKnown(answer.values.outcome ?? null);
		};
		return <ReadOutcome row={basis} onRead={onRead} onClose={onClose} />;
	}
	const loadNewest = () => {
		setKnown(null);
		setBasis(row);
	};
	return (
		<OutcomeForm
			key={basis.version}
			row={basis}
			known={known}
			isHidden={shown.values === null}
			onClose={onClose}
			onLoadNewest={loadNewest}
		/>
	);
}

function ReadOutcome(props: {
	readonly row: ReferralRow;
	readonly onRead: (answer: ShownReferral) => void;
	readonly onClose: () => void;
}) {
	const { t } = useWords();
	const show = useChange(SHOW_REFERRAL, []);
	const { branchId, referralId } = props.row;
	return (
		<FormDialog<{ readonly reason: string }>
			key="reason"
			title={t("outcomeShowFirst")}
			submitText={t("referralShow")}
			closesWhenDone={false}
			onSubmit={async ({ reason }) => {
				const input = { params: { branchId, referralId }, body: { fields: ["outcome" as const], reason } };
				const answer = await show.mutateAsync({ input });
				show.reset();
				props.onRead(answer);
			}}
			onClose={props.onClose}
		>
			<RecordLine row={props.row} />
			<ReasonField />
		</FormDialog>
	);
}
