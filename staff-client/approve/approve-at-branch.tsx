import { useCallback, useEffect, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { codeLetters, isWhole } from "../../client-kit/session/user-code.ts";
import { INSPECT_PAIRING } from "../../rules/routes/device.ts";
import type { PairingRequest } from "../../schema/people/device.ts";
import { useWords } from "../words/words.ts";
import { ApproveFrame } from "./approve-frame.tsx";
import { CodeStep } from "./code-step.tsx";
import { DecideStep } from "./decide-step.tsx";
import { type Outcome, OutcomeStep } from "./outcome-step.tsx";
import { useBranch } from "./use-branch.ts";

type Step =
	| { readonly kind: "code"; readonly looking: boolean; readonly problem: ClientProblem | null }
	| { readonly kind: "decide"; readonly request: PairingRequest }
	| { readonly kind: "over"; readonly outcome: Outcome };

const ASK: Step = { kind: "code", looking: false, problem: null };

/** One device after another, at one branch. */
export function ApproveAtBranch(props: {
	readonly branchId: string;
	readonly credential: Credential | null;
	readonly onMove: (() => void) | null;
}) {
	const { branchId, credential, onMove } = props;
	const { t, name } = useWords();
	const branch = useBranch(branchId, credential);
	const [code, setCode] = useState(() => codeLetters(location.hash));
	const [step, setStep] = useState<Step>(ASK);
	const look = useCallback(
		async (userCode: string) => {
			setStep({ kind: "code", looking: true, problem: null });
			const answer = await call(INSPECT_PAIRING, { params: { branchId }, body: { userCode } }, credential);
			if (answer.ok) setStep({ kind: "decide", request: answer.value });
			else setStep({ kind: "code", looking: false, problem: answer.problem });
		},
		[branchId, credential],
	);
	useEffect(() => {
		const fromScreen = codeLetters(location.hash);
		if (isWhole(fromScreen)) void look(fromScreen);
	}, [look]);
	const startOver = () => {
		// A reload would otherwise look at a code that has been dealt with.
		history.replaceState(null, "", location.pathname + location.search);
		setCode("");
		setStep(ASK);
	};
	const where = (
		<p className="line soft small">
			<span>{branch === null ? branchId : name(branch.name)}</span>
			{onMove !== null && step.kind === "code" && (
				<button type="button" className="quiet link" onClick={onMove}>
					{t("approveChangeBranch")}
				</button>
			)}
		</p>
	);
	switch (step.kind) {
		case "code":
			return (
				<ApproveFrame where={where}>
					<CodeStep code={code} looking={step.looking} problem={step.problem} onCode={setCode} onLook={look} />
				</ApproveFrame>
			);
		case "decide":
			return (
				<DecideStep
					where={where}
					request={step.request}
					counters={branch?.counters ?? []}
					branchId={branchId}
					credential={credential}
					onOver={(outcome) => setStep({ kind: "over", outcome })}
					onOtherCode={startOver}
				/>
			);
		case "over":
			return (
				<ApproveFrame where={where}>
					<OutcomeStep outcome={step.outcome} branchId={branchId} onAnother={startOver} />
				</ApproveFrame>
			);
		default:
			return step satisfies never;
	}
}
