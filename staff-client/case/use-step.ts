import { useEffect, useRef, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { createRepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import {
	broughtBy,
	type CaseDraft,
	EMPTY_CASE_DRAFT,
	fieldsOf,
	type Gap,
	ruleOf,
	stageNow,
} from "../../client-kit/case/case-form.ts";
import { draftOfLists } from "../../client-kit/case/field-draft.ts";
import type { CaseDefinition, StepRule } from "../../rules/case/definition.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import type { May } from "../../rules/holding.ts";
import { MOVE_CASE } from "../../rules/routes/case.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
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
	/** Where it is to stand, where that was chosen by the way in. */
	readonly stage: string | null;
	readonly may: May;
	readonly referenceOnly: boolean;
	/** What is on record, while it is shown. */
	readonly inFull: CaseInFull | null;
	readonly onDone: () => void;
}) {
	const { cases, shown, step, inFull, onDone } = at;
	const definition = definitionOf(shown.kind);
	const [rule] = useState(() => ruleOf(definition, step, shown, at) ?? NO_RULE);
	const fields = fieldsOf(definition, rule, at.referenceOnly);
	const key = `${shown.caseId} ${step}`;
	const [start] = useState(() => ({ draft: startOf(at, definition, rule), goesOn: inFull !== null }));
	const [draft, setDraft] = useState<CaseDraft>(() => cases.drafts.get(key) ?? start.draft);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [gap, setGap] = useState<Gap | null>(null);
	const [waiting, setWaiting] = useState(false);
	const [command] = useState(createRepeatableCommand);
	const wasSent = useRef(false);
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
	// What was shown for a minute does not stay in a form that nobody has touched.
	const isHidden = start.goesOn && inFull === null && draft === start.draft;
	useEffect(() => {
		if (isHidden) onDone();
	});
	const send = async () => {
		const made = broughtBy(draft, fields, { definition, rule, shown, inHall: true });
		setGap("gap" in made ? made : null);
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
	// Nothing more is to be said: it was chosen where the form was opened.
	const isWhole = at.stage !== null && fields.every(({ is }) => is === "stage");
	const sendAtOnce = useRef(send);
	useEffect(() => {
		if (isWhole) void sendAtOnce.current();
	}, [isWhole]);
	return {
		draft,
		rule,
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

/** A step that this page does not know, or that is no longer this person's. */
const NO_RULE: StepRule = { from: [], by: [] };

/** Where a form starts: at the stage that was chosen, and with the lists on record, where they are shown. */
function startOf(
	{ shown, step, stage, inFull }: { shown: CaseShown; step: string; stage: string | null; inFull: CaseInFull | null },
	definition: CaseDefinition,
	rule: StepRule,
): CaseDraft {
	const lists = Object.entries(definition.fields ?? {}).flatMap(([field, of]) =>
		of.is === "lists" ? [[field, draftOfLists(of.lists, inFull?.fields[field] ?? null)] as const] : [],
	);
	const starting = rule.lines === undefined ? null : stageNow(step, rule, shown);
	return { ...EMPTY_CASE_DRAFT, stage: stage ?? starting, fields: Object.fromEntries(lists) };
}
