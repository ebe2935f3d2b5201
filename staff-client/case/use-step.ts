import { useEffect, useRef, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { createRepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import { broughtBy, type CaseDraft, EMPTY_CASE_DRAFT, fieldsOf, ruleOf } from "../../client-kit/case/case-form.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import { MOVE_CASE } from "../../rules/routes/case.ts";
import type { CaseShown } from "../../schema/customer/case.ts";
import type { Cases } from "./use-cases.ts";

/** Somebody else was faster, or the case is no longer where it was: what is there now is read and shown. */
const MOVED = ["changed-since-read", "wrong-stage", "not-permitted", "unknown-case"];

/**
 * One step being filled in. What is typed stays until it was taken, also when the form is closed. A step that had no answer is sent
 * again under its own id, so that it is done once.
 */
export function useStep(at: {
	readonly cases: Cases;
	readonly shown: CaseShown;
	readonly step: string;
	readonly staffId: string;
	/** The version that was looked at when the form was opened. */
	readonly since: number;
	readonly onDone: () => void;
}) {
	const { cases, shown, step, onDone } = at;
	const key = `${shown.caseId} ${step}`;
	const [draft, setDraft] = useState<CaseDraft>(() => cases.drafts.get(key) ?? EMPTY_CASE_DRAFT);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [gap, setGap] = useState<string | null>(null);
	const [waiting, setWaiting] = useState(false);
	const [command] = useState(createRepeatableCommand);
	const wasSent = useRef(false);
	const fields = fieldsOf(ruleOf(definitionOf(shown.kind), step) ?? {});
	const done = () => {
		cases.drafts.delete(key);
		onDone();
	};
	// Its answer was lost on the way, and here it stands among the others.
	const own = shown.steps.slice(at.since).some((each) => each.step === step && each.by?.staffId === at.staffId);
	const isDoneAfterAll = own && !waiting && wasSent.current;
	useEffect(() => {
		if (isDoneAfterAll) done();
	});
	const send = async () => {
		const made = broughtBy(draft, fields);
		setGap("gap" in made ? made.gap : null);
		if ("gap" in made || waiting) return;
		setWaiting(true);
		setProblem(null);
		const { version, caseId } = shown;
		const commandId = command.idFor([version, made.brought]);
		wasSent.current = true;
		const input = { params: { branchId: cases.branchId, caseId }, body: { step, ...made.brought } };
		const answer = await call(MOVE_CASE, input, cases.credential, { version, commandId });
		if (answer.ok || MOVED.includes(answer.problem.code)) await cases.readAgain();
		if (answer.ok || answer.problem.status !== 0) {
			command.answered();
			wasSent.current = false;
		}
		setWaiting(false);
		if (answer.ok) done();
		else if (answer.problem.code !== "changed-since-read") setProblem(answer.problem);
	};
	return {
		draft,
		fields,
		problem,
		gap,
		waiting,
		send,
		change: (part: Partial<CaseDraft>) => {
			setGap(null);
			const next = { ...draft, ...part };
			setDraft(next);
			cases.drafts.set(key, next);
		},
	};
}
