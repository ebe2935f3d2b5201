import { useCallback, useEffect, useRef } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { Credential } from "../../client-kit/call/credential.ts";
import type { CaseDraft } from "../../client-kit/case/case-form.ts";
import type { Connection } from "../../client-kit/live/connection.ts";
import { readAnew } from "../../react-kit/data/read-anew.ts";
import { type CaseKind, definitionOf, REMINDED_KINDS } from "../../rules/case/kinds.ts";
import type { May } from "../../rules/holding.ts";
import { OPEN_CASE, OPEN_CASES } from "../../rules/routes/case.ts";
import type { CaseBrought, CaseDone } from "../../schema/customer/case.ts";
import { ring } from "../alert/ring.ts";
import { type CaseNews, useCaseNews } from "../live/case-news.ts";
import { type Reading, useReading } from "../live/use-reading.ts";
import { type Records, useRecordOutbox } from "../record/use-record-outbox.ts";

/** News comes by the live connection; this is for what was missed. */
const READ_EVERY_MS = 300_000;
/** More are not shown on a phone. */
export const CASES_SHOWN_MAX = 100;

/** A case being written, of one kind. */
export type OpeningDraft = CaseDraft & { readonly kind: CaseKind };
type OpeningBody = CaseBrought & { readonly kind: CaseKind };

/** The cases of this branch, as the phone works with them. */
export type Cases = {
	readonly branchId: string;
	readonly credential: Credential | null;
	/** Those of the person, and what is escalated to them, due first; not read at all by whoever has no cases. */
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

/** Read again whenever a case of this person has news, and when the connection that brings them is back. */
export function useCases(at: {
	readonly branchId: string;
	readonly credential: Credential | null;
	readonly may: May;
	readonly news: CaseNews;
	readonly connection: Connection;
	/** Whether this person may be rung now. */
	readonly isThere: boolean;
}): Cases {
	const { branchId, credential, may, news, isThere } = at;
	const drafts = useRef(new Map<string, CaseDraft>());
	const input = { params: { branchId }, query: { mine: "true" as const, limit: CASES_SHOWN_MAX } };
	const mine = useReading(OPEN_CASES, input, credential, { enabled: may("case.work"), everyMs: READ_EVERY_MS });
	const readAgain = useCallback(() => readAnew("openCases", "case", "cases"), []);
	const isLive = at.connection.status === "live";
	useEffect(() => {
		if (isLive) void readAgain();
	}, [isLive, readAgain]);
	useCaseNews(news, (frame) => {
		void readAgain();
		// One that is due calls its owner, as the hall's own alerts do.
		if (isThere && (frame.news === "due" || frame.news === "escalated")) ring();
	});
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
		openable: REMINDED_KINDS.filter((kind) => may(definitionOf(kind).rights.open)),
		seesAll: REMINDED_KINDS.some((kind) => may(definitionOf(kind).rights.read)),
		drafts: drafts.current,
		readAgain,
	};
}
