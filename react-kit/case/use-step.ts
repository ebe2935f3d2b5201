import { useEffect, useRef, useState } from "react";
import type { CallInput } from "../../client-kit/call/address-of.ts";
import type { CallOptions } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { createRepeatableCommand } from "../../client-kit/call/repeatable-command.ts";
import {
	type Brought,
	broughtBy,
	type CaseDraft,
	caseFieldsOf,
	EMPTY_CASE_DRAFT,
	filledListsField,
	type Gap,
	ruleOf,
	stageNow,
} from "../../client-kit/case/case-form.ts";
import { draftOfLists } from "../../client-kit/case/field-draft.ts";
import type { StepRule } from "../../rules/case/definition.ts";
import { definitionOf } from "../../rules/case/kinds.ts";
import type { CaseInFull, CaseShown } from "../../schema/customer/case.ts";
import { useCaseForm } from "./case-form.ts";

/** Somebody else was faster, or the case is no longer where it was: what is there now is read and shown. */
const MOVED = ["changed-since-read", "wrong-stage", "not-permitted", "unknown-case"];

/** Sends a step; answers with what was wrong, or null when it was done. */
export type Move = (input: CallInput<"moveCase">, options: CallOptions) => Promise<ClientProblem | null>;

export type StepAt = {
	readonly shown: CaseShown;
	readonly step: string;
	/** The version that was looked at when the form was opened. */
	readonly since: number;
	/** Where it is to stand, where that was chosen by the way in. */
	readonly stage?: string | null;
	/** What is on record, while it is shown. */
	readonly inFull: CaseInFull | null;
	/** Where what was typed is kept when the form is closed. */
	readonly drafts?: Map<string, CaseDraft>;
	readonly move: Move;
	/** Resolves when what is shown is what is there now. */
	readonly readAgain: () => Promise<void>;
	readonly onDone: () => void;
};

/**
 * One step being filled in. What is typed stays until it was taken. A step that had no answer is sent again under its own id, so
 * that it is done once.
 */
export function useStep(at: StepAt) {
	const { shown, step, onDone, drafts } = at;
	const { by, referenceOnly, inHall } = useCaseForm();
	const definition = definitionOf(shown.kind);
	const [rule] = useState(() => ruleOf(definition, step, shown, by) ?? NO_RULE);
	const fields = caseFieldsOf(definition, rule, referenceOnly);
	const lists = filledListsField(fields, definition, shown);
	const isListShown = lists !== null && at.inFull?.fields[lists] != null;
	const key = `${shown.caseId} ${step}`;
	const [start] = useState(() => ({ draft: startOf(at, rule), goesOn: isListShown }));
	const [draft, setDraft] = useState<CaseDraft>(() => drafts?.get(key) ?? start.draft);
	const [gap, setGap] = useState<Gap | null>(null);
	const { sendOnce, problem, waiting, wasSent } = useSending(at);
	const done = () => {
		drafts?.delete(key);
		onDone();
	};
	// Its answer was lost on the way, and here it stands among the others.
	const own = shown.steps.slice(at.since).some((each) => each.step === step && each.by?.staffId === by.staffId);
	const isDoneAfterAll = own && !waiting && wasSent.current;
	// What was shown for a minute does not stay in a form that nobody has touched.
	const isHidden = start.goesOn && !isListShown && draft === start.draft;
	useEffect(() => {
		if (isDoneAfterAll) done();
		else if (isHidden) onDone();
	});
	const send = async () => {
		const made = broughtBy(draft, fields, { definition, rule, shown, inHall });
		setGap("gap" in made ? made : null);
		if (!("gap" in made) && !waiting && (await sendOnce(made.brought))) done();
	};
	// Nothing more is to be said: it was chosen where the form was opened.
	const isWhole = at.stage != null && fields.every(({ is }) => is === "stage");
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
		isPossible: shown.possible.includes(step),
		/** What is on record was not seen, so that it is written over. */
		replaces: lists !== null && !start.goesOn,
		change: (part: Partial<CaseDraft>) => {
			setGap(null);
			const next = { ...draft, ...part };
			setDraft(next);
			drafts?.set(key, next);
		},
	};
}

/** Sends what was brought, under one id until it has an answer; resolves to whether it was done. */
function useSending({ shown, step, move, readAgain }: StepAt) {
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const [waiting, setWaiting] = useState(false);
	const [command] = useState(createRepeatableCommand);
	const wasSent = useRef(false);
	const sendOnce = async (brought: Brought["brought"]): Promise<boolean> => {
		setWaiting(true);
		setProblem(null);
		const { version, caseId, branchId } = shown;
		const commandId = command.idFor([version, brought]);
		wasSent.current = true;
		const input = { params: { branchId, caseId }, body: { step, ...brought } };
		const refused = await move(input, { version, commandId });
		if (refused === null || MOVED.includes(refused.code)) await readAgain();
		if (refused === null || refused.status !== 0) {
			command.answered();
			wasSent.current = false;
		}
		setWaiting(false);
		// What others did meanwhile is shown in its place.
		if (refused !== null && refused.code !== "changed-since-read") setProblem(refused);
		return refused === null;
	};
	return { sendOnce, problem, waiting, wasSent };
}

/** A step that this page does not know, or that is no longer this person's. */
const NO_RULE: StepRule = { from: [], by: [] };

/** Where a form starts: at the stage that was chosen, and with the lists on record, where they are shown. */
function startOf({ shown, step, stage = null, inFull }: StepAt, rule: StepRule): CaseDraft {
	const lists = Object.entries(definitionOf(shown.kind).fields ?? {}).flatMap(([field, of]) =>
		of.is === "lists" ? [[field, draftOfLists(of.lists, inFull?.fields[field] ?? null)] as const] : [],
	);
	const starting = rule.lines === undefined ? null : stageNow(step, rule, shown);
	return { ...EMPTY_CASE_DRAFT, stage: stage ?? starting, fields: Object.fromEntries(lists) };
}
