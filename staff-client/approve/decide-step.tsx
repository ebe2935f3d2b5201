import { type ReactNode, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import { APPROVE_PAIRING, DENY_PAIRING } from "../../rules/routes/device.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { PairingRequest } from "../../schema/people/device.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import { ApproveFrame } from "./approve-frame.tsx";
import { approvalOf, type Draft, draftFor } from "./draft.ts";
import { DraftForm } from "./draft-form.tsx";
import type { Outcome } from "./outcome-step.tsx";
import { ProblemLine } from "./problem-line.tsx";
import { RequestFacts } from "./request-facts.tsx";

/** The device that asks to be paired, what it will be used as, and the buttons to approve or deny. */
export function DecideStep(props: {
	readonly where: ReactNode;
	readonly request: PairingRequest;
	readonly counters: BranchConfiguration["counters"];
	readonly branchId: string;
	readonly credential: Credential | null;
	readonly onOver: (outcome: Outcome) => void;
	readonly onOtherCode: () => void;
}) {
	const { request, counters, branchId, credential, onOver } = props;
	const { userCode } = request;
	const words = useWords();
	const { t } = words;
	const [draft, setDraft] = useState<Draft>(() => draftFor(request.wish.purpose, words));
	const [asking, setAsking] = useState<"yes" | "no" | null>(null);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const approval = approvalOf(userCode, draft);
	const answer = async (say: "yes" | "no") => {
		if (asking !== null || (say === "yes" && approval === null)) return;
		setAsking(say);
		setProblem(null);
		const params = { branchId };
		const result =
			say === "yes" && approval !== null
				? await call(APPROVE_PAIRING, { params, body: approval }, credential)
				: await call(DENY_PAIRING, { params, body: { userCode } }, credential);
		setAsking(null);
		if (!result.ok) setProblem(result.problem);
		else onOver("name" in result.value ? { kind: "approved", name: result.value.name } : { kind: "denied" });
	};
	const foot = (
		<>
			<ProblemLine problem={problem} />
			<div className="pair tall">
				<ActionButton
					tone="danger"
					label={t("pairingDeny")}
					waiting={asking === "no"}
					onPress={() => void answer("no")}
				/>
				<ActionButton
					tone="primary"
					label={t("pairingApprove")}
					waiting={asking === "yes"}
					disabled={approval === null}
					onPress={() => void answer("yes")}
				/>
			</div>
		</>
	);
	return (
		<ApproveFrame where={props.where} foot={foot}>
			<RequestFacts request={request} onOtherCode={props.onOtherCode} />
			<DraftForm draft={draft} counters={counters} onChange={setDraft} />
		</ApproveFrame>
	);
}
