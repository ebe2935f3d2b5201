import { useState } from "react";
import { call } from "../../../client-kit/call/call.ts";
import type { ClientProblem } from "../../../client-kit/call/client-problem.ts";
import { clockTime } from "../../../client-kit/language/format.ts";
import { queries } from "../../../react-kit/data/queries.ts";
import { DAY_SIGNING, SIGN_DAY } from "../../../rules/routes/branch.ts";
import type { DaySigningBody } from "../../../schema/hall/day-signing.ts";
import { TEXT_MAX_CHARS } from "../../../schema/limits.ts";
import { useReading } from "../../live/use-reading.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Field } from "../../parts/field.tsx";
import { ProblemLine } from "../../parts/problem-line.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { staffName } from "../../words/staff-name.ts";
import { useWords } from "../../words/words.ts";

/** Signs the report of the closed day, or corrects a figure in it first. What was typed stays when the server refuses. */
export function SignDaySheet() {
	const { hall, live, may, onClose } = usePhone();
	const words = useWords();
	const { t } = words;
	const { branchId, businessDay, timeZone } = hall.branch;
	const credential = live.session?.credential ?? null;
	const params = { branchId, businessDay: businessDay ?? "" };
	const { data } = useReading(DAY_SIGNING, { params }, credential, { enabled: businessDay !== null });
	const [sending, setSending] = useState(false);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [explanation, setExplanation] = useState("");
	const [figure, setFigure] = useState("");
	const [correction, setCorrection] = useState("");
	const [reason, setReason] = useState("");
	const send = async (body: DaySigningBody) => {
		if (data === undefined) return;
		setSending(true);
		const done = await call(SIGN_DAY, { params, body }, credential, { version: data.version });
		setSending(false);
		setProblem(done.ok ? null : done.problem);
		if (done.ok) setFigure("");
		await queries.invalidateQueries({ queryKey: [DAY_SIGNING.name] });
	};
	const line = (label: string, value: string, onChange: (text: string) => void) => (
		<Field label={label} value={value} onChange={onChange} input={{ maxLength: TEXT_MAX_CHARS }} />
	);
	const said = explanation.trim();
	return (
		<Sheet title={t("signDay")} onClose={onClose}>
			{data !== undefined && (
				<>
					<p role="status">
						{t(data.next === null ? "signDayDone" : data.next === "manager" ? "signedNextManager" : "signedNextHead")}
					</p>
					<ol className="rows">
						{data.steps.map((step) => (
							<li key={`${step.at}-${step.by}`}>
								<span>
									<strong>
										{t(step.act === "sign" ? "signDaySigned" : "signDayCorrected", {
											name: staffName(hall, step.by, words),
										})}
									</strong>{" "}
									<span className="soft tabular">{clockTime(step.at, timeZone)}</span>{" "}
									{step.act === "sign"
										? step.explanation
										: `${t("named", { label: step.figure, value: step.correction })} · ${step.reason}`}
								</span>
							</li>
						))}
					</ol>
					{data.unsigned > 0 && <p className="notice near">{t("signDayUnsigned", { count: data.unsigned })}</p>}
					{data.next !== null && may("day.sign") && (
						<>
							{data.unsigned > 0 && line(t("signDayExplanation"), explanation, setExplanation)}
							<ProblemLine problem={problem} />
							<ActionButton
								tone="primary"
								className="wide"
								label={t("signDayNow")}
								waiting={sending}
								onPress={() => void send({ act: "sign", ...(said === "" ? {} : { explanation: said }) })}
							/>
							<h3>{t("signDayCorrect")}</h3>
							{line(t("signDayFigure"), figure, setFigure)}
							{line(t("signDayValue"), correction, setCorrection)}
							{line(t("signDayReason"), reason, setReason)}
							<ActionButton
								label={t("signDayCorrect")}
								waiting={sending}
								disabled={[figure, correction, reason].some((each) => each.trim() === "")}
								onPress={() => void send({ act: "correct", figure, correction, reason })}
							/>
						</>
					)}
				</>
			)}
		</Sheet>
	);
}
