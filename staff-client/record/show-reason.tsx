import { type ReactNode, useState } from "react";
import { ActionButton } from "../parts/action-button.tsx";
import { Chips } from "../parts/chips.tsx";
import { Field } from "../parts/field.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";
import type { ShownValues } from "./use-shown-record.ts";

const REASON_WORD = {
	contact: "showWhyContact",
	verify: "showWhyVerify",
	complete: "showWhyComplete",
	asked: "showWhyAsked",
} as const;
type Reason = keyof typeof REASON_WORD;
const REASONS = Object.keys(REASON_WORD) as Reason[];
const REASON_MIN_CHARS = 2;

/** Nobody sees a customer's data without saying why; the ledger keeps the answer, in Chinese as all of it. */
export function ShowReason(props: {
	/** Which record, in words. */
	readonly record: ReactNode;
	readonly shown: ShownValues;
	readonly onShown: () => void;
	readonly onClose: () => void;
}) {
	const { shown, onClose } = props;
	const { t, tIn } = useWords();
	const [reason, setReason] = useState<Reason | null>(null);
	const [other, setOther] = useState("");
	const [missing, setMissing] = useState(false);
	const show = async () => {
		const text = other.trim() === "" && reason !== null ? tIn("zh", REASON_WORD[reason]) : other.trim();
		setMissing(text.length < REASON_MIN_CHARS);
		if (text.length >= REASON_MIN_CHARS && (await shown.show(text))) props.onShown();
	};
	return (
		<Sheet
			title={t("caseShow")}
			onClose={onClose}
			foot={
				<div className="pair tall">
					<ActionButton label={t("back")} onPress={onClose} />
					<ActionButton tone="primary" label={t("showInFull")} waiting={shown.waiting} onPress={() => void show()} />
				</div>
			}
		>
			{props.record}
			<p className="soft">{t("showText")}</p>
			<Chips
				legend={t("showReason")}
				choices={REASONS.map((id) => ({ id, label: t(REASON_WORD[id]) }))}
				value={reason}
				onChange={setReason}
			/>
			<Field label={t("showOther")} value={other} onChange={setOther} input={{ maxLength: 200 }} />
			<ProblemLine problem={missing ? t("showNeedsReason") : shown.problem} />
		</Sheet>
	);
}
