import { wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { CASE_KIND_NAMES, type CaseKind, REMINDED_KINDS } from "../../rules/case/kinds.ts";
import { OPEN_CASES } from "../../rules/routes/case.ts";
import { useReading } from "../live/use-reading.ts";
import { useWords } from "../words/words.ts";
import { CaseRows } from "./case-rows.tsx";
import { useOpenCases } from "./cases-context.ts";
import { CASES_SHOWN_MAX } from "./use-cases.ts";

const READ_EVERY_MS = 30_000;
/** Kinds that nobody is reminded of: they stand apart, so that however many there are what is due stands first. */
const QUIET_KINDS = CASE_KIND_NAMES.filter((kind) => !REMINDED_KINDS.includes(kind));

/** This person's cases of the kinds that nobody is reminded of, a list for each kind; nothing where there is none. */
export function QuietCases() {
	return QUIET_KINDS.map((kind) => <QuietOfKind key={kind} kind={kind} />);
}

function QuietOfKind({ kind }: { readonly kind: CaseKind }) {
	const cases = useOpenCases();
	const { t, name } = useWords();
	const input = {
		params: { branchId: cases.branchId },
		query: { kind, mine: "true", limit: CASES_SHOWN_MAX } as const,
	};
	const { data } = useReading(OPEN_CASES, input, cases.credential, { everyMs: READ_EVERY_MS });
	if (data === undefined || data.rows.length === 0) return null;
	return (
		<>
			<h3>{name(wordsOfKind(kind).plural)}</h3>
			<CaseRows rows={data.rows} showsOwnerOf="others" />
			{data.next !== null && <p className="soft">{t("casesCut", { count: data.rows.length })}</p>}
		</>
	);
}
