import { type FormEvent, useState } from "react";
import { call } from "../../../client-kit/call/call.ts";
import type { ClientProblem } from "../../../client-kit/call/client-problem.ts";
import type { Credential } from "../../../client-kit/call/credential.ts";
import { recognisedBy } from "../../../client-kit/customer/recognised-by.ts";
import { ID_DOUBT_WORD } from "../../../client-kit/words/customer-labels.ts";
import { RECOGNISE } from "../../../rules/routes/privacy.ts";
import type { RecognitionAnswer, Segment } from "../../../schema/customer/customer.ts";
import { WRITTEN_NUMBER_MAX_CHARS } from "../../../schema/limits.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Field } from "../../parts/field.tsx";
import { Notice, NoticeButton } from "../../parts/notice.tsx";
import { ProblemLine } from "../../parts/problem-line.tsx";
import { useWords } from "../../words/words.ts";

export const SEGMENT_WORD = {
	private: "segmentPrivate",
	high: "segmentHigh",
	mid: "segmentMid",
	potential: "segmentPotential",
	ordinary: "segmentOrdinary",
	"corporate-major": "segmentCorporateMajor",
	"corporate-small": "segmentCorporateSmall",
	unknown: "segmentUnknown",
} as const satisfies Record<Segment, string>;

/** Recognises a customer by card, ID or phone number, typed or scanned. The number is removed from the page as soon as it is sent. */
export function RecogniseField(props: {
	readonly branchId: string;
	readonly credential: Credential | null;
	readonly recognised: RecognitionAnswer | null;
	readonly onRecognised: (answer: RecognitionAnswer | null) => void;
}) {
	const { branchId, recognised, onRecognised } = props;
	const { t } = useWords();
	const [typed, setTyped] = useState("");
	const [waiting, setWaiting] = useState(false);
	const [problem, setProblem] = useState<ClientProblem | string | null>(null);
	const recognise = async () => {
		const seen = recognisedBy(typed);
		if (seen === null) return setProblem(t("recogniseShape"));
		const query = { by: seen.by, value: seen.value };
		setTyped("");
		setProblem(null);
		setWaiting(true);
		const answer = await call(RECOGNISE, { params: { branchId }, body: query }, props.credential);
		setWaiting(false);
		if (answer.ok) onRecognised(answer.value);
		else setProblem(answer.problem);
	};
	const doubt = recognisedBy(typed)?.doubt;
	const submit = (event: FormEvent) => {
		event.preventDefault();
		if (!waiting) void recognise();
	};
	if (recognised !== null) return <Recognised answer={recognised} onClear={() => onRecognised(null)} />;
	return (
		<form onSubmit={submit}>
			<div className="line end">
				<Field
					label={t("recogniseLabel")}
					value={typed}
					onChange={setTyped}
					note={doubt === undefined ? undefined : t(ID_DOUBT_WORD[doubt])}
					input={{ inputMode: "text", maxLength: WRITTEN_NUMBER_MAX_CHARS, placeholder: t("recogniseHint") }}
				/>
				<ActionButton label={t("recognise")} waiting={waiting} disabled={typed === ""} isSubmit />
			</div>
			<ProblemLine problem={problem} />
		</form>
	);
}

function Recognised({ answer, onClear }: { readonly answer: RecognitionAnswer; readonly onClear: () => void }) {
	const { t } = useWords();
	const { customer } = answer;
	const isKnown = customer?.status === "known";
	return (
		<Notice
			level={isKnown ? "within" : "near"}
			icon={isKnown ? "check" : "person"}
			text={
				isKnown
					? t("recogniseKnown", { name: customer.name ?? "" })
					: t(customer?.status === "unavailable" ? "recogniseUnavailable" : "recogniseUnknown")
			}
		>
			{isKnown && customer.segment !== null && (
				<span className="tag discreet">{t(SEGMENT_WORD[customer.segment])}</span>
			)}
			<NoticeButton label={t("recogniseClear")} onPress={onClear} />
		</Notice>
	);
}
