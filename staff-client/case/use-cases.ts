import { useCallback, useEffect, useRef } from "react";
import { call } from "../../client-kit/call.ts";
import type { CaseDraft } from "../../client-kit/case/case-form.ts";
import type { Credential } from "../../client-kit/credential.ts";
import { CASE_KIND_NAMES, type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import type { May } from "../../rules/holding.ts";
import { OPEN_CASE, OPEN_CASES } from "../../rules/routes/case.ts";
import type { CaseBrought, CaseDone } from "../../schema/case.ts";
import { queries } from "../live/queries.ts";
import { type Reading, useReading } from "../live/use-reading.ts";
import { type Records, useRecordOutbox } from "../record/use-record-outbox.ts";

/** Beside every look at the page and every alert, so that nothing is missed for long. */
const READ_EVERY_MS = 60_000;

/** A case being written, of one kind. */
export type OpeningDraft = CaseDraft & { readonly kind: CaseKind };
type OpeningBody = CaseBrought & { readonly kind: CaseKind };

/** The cases of this branch, as the phone works with them. */
export type Cases = {
	readonly branchId: string;
	readonly credential: Credential | null;
	/** Those of the person, due first; not read at all by whoever has no cases. */
	readonly mine: Reading<"openCases">;
	/** New ones on their way. */
	readonly records: Records<OpeningDraft, OpeningBody, CaseDone>;
	/** Kinds of which this person may open one. */
	readonly openable: readonly CaseKind[];
	/** Whether there are cases beside their own that this person may see. */
	readonly seesAll: boolean;
	/** What was typed and not sent, by what it belongs to; for as long as the page is there, and nowhere else. */
	readonly drafts: Map<string, CaseDraft>;
	/** Resolves when what is shown is what is there now. */
	readAgain(): Promise<void>;
};

/** `heard` changes whenever something may have happened to a case: then they are read again. */
export function useCases(at: {
	readonly branchId: string;
	readonly credential: Credential | null;
	readonly may: May;
	readonly heard: unknown;
}): Cases {
	const { branchId, credential, may, heard } = at;
	const drafts = useRef(new Map<string, CaseDraft>());
	const input = { params: { branchId }, query: { mine: "true" as const } };
	const mine = useReading(OPEN_CASES, input, credential, { enabled: may("case.work"), everyMs: READ_EVERY_MS });
	const readAgain = useCallback(async () => {
		await Promise.all(["openCases", "case"].map((name) => queries.invalidateQueries({ queryKey: [name] })));
	}, []);
	useEffect(() => {
		if (heard !== null) void readAgain();
	}, [heard, readAgain]);
	const records: Cases["records"] = useRecordOutbox(async (commandId, body) => {
		const done = await call(OPEN_CASE, { params: { branchId }, body }, credential, { commandId });
		if (done.ok) void readAgain();
		return done;
	});
	return {
		branchId,
		credential,
		mine,
		records,
		openable: CASE_KIND_NAMES.filter((kind) => may(definitionOf(kind).rights.open)),
		seesAll: CASE_KIND_NAMES.some((kind) => may(definitionOf(kind).rights.read)),
		drafts: drafts.current,
		readAgain,
	};
}
