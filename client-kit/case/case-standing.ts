import { definitionOf } from "../../rules/case/kinds.ts";
import type { CaseFacts, CaseShown, CaseStep } from "../../schema/customer/case.ts";
import { clockTime, dayInWords, localDay } from "../language/format.ts";
import type { Locale } from "../language/i18n.ts";
import { daysLater } from "../time/local-time.ts";

/** A case is due soon in the last hour before its time. */
const SOON_MS = 3_600_000;

export type Urgency = "overdue" | "soon" | "later";

/** How pressing a case is; one that is over is not, nor one of a kind that nobody is reminded of. `now` is branch time. */
export function urgencyOf(
	{ kind, dueAt, closedAt }: Pick<CaseFacts, "kind" | "dueAt" | "closedAt">,
	now: number,
): Urgency {
	if (closedAt !== null || definitionOf(kind).reminds === false) return "later";
	if (dueAt <= now) return "overdue";
	return dueAt <= now + SOON_MS ? "soon" : "later";
}

/** One text of a step: in clear, kept but not shown because it names a customer, or gone. */
export type HistoryText = {
	readonly name: string;
	/** Under what it is asked for: `text.version`. */
	readonly column: string;
	readonly value: string | null;
	readonly isPersonal: boolean;
};

/** What came to be by one step of a case, ready to be put into words. */
export type HistoryEntry = {
	readonly step: CaseStep;
	readonly texts: readonly HistoryText[];
	/** Only what this step changed. */
	readonly newOwnerId: string | null;
	readonly newDueAt: number | null;
};

/** The steps of a case, the first one first; of version `since` on when only the newer ones are wanted. */
export function historyOf(shown: CaseShown, since = 0): readonly HistoryEntry[] {
	return shown.steps.slice(since).map((step, at) => {
		const before = shown.steps[since + at - 1];
		return {
			step,
			texts: step.texts.map((name) => {
				const column = `${name}.${since + at + 1}`;
				return { name, column, value: shown.texts[column] ?? null, isPersonal: shown.personal.includes(column) };
			}),
			newOwnerId: before?.ownerId === step.ownerId ? null : step.ownerId,
			newDueAt: before?.dueAt === step.dueAt ? null : step.dueAt,
		};
	});
}

/**
 * The first words of a case: the first text that its kind asks for when one is opened; else whom it names, masked, or the
 * bank's own number of them. Null when it was erased, or names nobody.
 */
export function titleOf({
	kind,
	texts,
	fields,
	ties,
}: Pick<CaseShown, "kind" | "texts" | "fields" | "ties">): string | null {
	const definition = definitionOf(kind);
	const text = definition.opening.needs?.find((each) => definition.texts.includes(each));
	if (text !== undefined) return texts[`${text}.1`] ?? null;
	const name = Object.keys(definition.fields ?? {}).find((each) => typeof fields[each] === "string");
	return name === undefined ? (Object.values(ties)[0] ?? null) : String(fields[name]);
}

/** The words that a moment near to now is told in. */
type NearWords = (key: "caseToday" | "caseTomorrow" | "caseYesterday", params: { readonly time: string }) => string;

/** `今天 17:00`, `明天 10:00`, or with the day further off: `11月21日 星期六 10:00`. */
export function nearTime(
	at: number,
	now: number,
	timeZone: string,
	{ t, locale }: { t: NearWords; locale: Locale },
): string {
	const time = clockTime(at, timeZone);
	const [day, today] = [localDay(at, timeZone), localDay(now, timeZone)];
	if (day === today) return t("caseToday", { time });
	if (day === daysLater(today, 1)) return t("caseTomorrow", { time });
	if (day === daysLater(today, -1)) return t("caseYesterday", { time });
	return `${dayInWords(at, timeZone, locale)} ${time}`;
}
