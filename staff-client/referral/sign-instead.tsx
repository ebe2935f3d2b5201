import { type ReactNode, useState } from "react";
import { ActionButton } from "../parts/action-button.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { TextArea } from "../parts/text-area.tsx";
import { useWords } from "../words/words.ts";
import { ReferralProblem } from "./referral-problem.tsx";
import type { OneReferral } from "./use-referral.ts";

const REASON_MAX_CHARS = 200;
const REASON_MIN_CHARS = 2;

/** A head signs in place of the manager, and says why. */
export function SignInstead(props: {
	readonly one: OneReferral;
	readonly record: ReactNode;
	readonly onClose: () => void;
}) {
	const { one, record, onClose } = props;
	const { t } = useWords();
	const [reason, setReason] = useState("");
	const [isMissing, setMissing] = useState(false);
	const sign = async (status: "introduced" | "to_follow_up") => {
		const isShort = reason.trim().length < REASON_MIN_CHARS;
		setMissing(isShort);
		if (!isShort && (await one.sign({ status, reason }))) onClose();
	};
	return (
		<Sheet
			title={t("signInstead")}
			onClose={onClose}
			foot={
				<div className="sheet-actions">
					<ActionButton
						label={t("signIntroduced")}
						waiting={one.waiting}
						onPress={() => void sign("introduced")}
						tone="primary"
					/>
					<ActionButton label={t("signFollowUp")} waiting={one.waiting} onPress={() => void sign("to_follow_up")} />
				</div>
			}
		>
			{record}
			<TextArea label={t("signInsteadWhy")} value={reason} maxLength={REASON_MAX_CHARS} onChange={setReason} isFirst />
			{isMissing && <ProblemLine problem={t("signInsteadNeedsWhy")} />}
			<ReferralProblem one={one} />
		</Sheet>
	);
}
