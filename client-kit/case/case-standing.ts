import { definitionOf } from "../../rules/case/kinds.ts";
import type { CaseFacts, CaseShown, CaseStep } from "../../schema/customer/case.ts";
import { clockTime, dayInWords, localDay } from "../language/format.ts";
import type { Locale } from "../language/i18n.ts";
import { daysLater } from "../time/local-time.ts";

/** A case is due soon in the last hour before its time. */
const SOON_MS = 3_600_000;

export type Urgency = "overdue" | "soon" | "later";

/** How pressing a case is: always `later` when it is over, or when nobody is reminded of its kind. `now` is branch time. */
export function urgencyOf(
	{ kind, dueAt, closedAt }: Pick<CaseFacts, "kind" | "dueAt" | "closedAt">,
	now: number,
): Urgency {
	if (closedAt !== null || definitionOf(kind).reminds === false) return "later";
	if (dueAt <= now) return "overdue";
	return dueAt <= now + SOON_MS ? "soon" : "later";
}

/** One text of a step. `value` is null when it is kept but not shown, because it names a customer (`isPersonal`), or when it is erased. */
export type HistoryText = {
	readonly name: string;
	/** The name by which the server is asked for it: `text.version`. */
	readonly column: string;
	readonly value: string | null;
	readonly isPersonal: boolean;
};

/** One step of a case with what it changed, ready to be put into words. */
export type HistoryEntry = {
	readonly step: CaseStep;
	readonly texts: readonly HistoryText[];
	/** Null where this step did not change the owner or the due time. */
	readonly newOwnerId: string | null;
	readonly newDueAt: number | null;
};

/** The steps of a case, oldest first. `since`: only those after this version. */
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
 * The title of a case in lists: the first text that its kind needs at opening; for a kind without such a text the customer's
 * masked name, or the bank's own number of the customer. Null when that was erased, or nobody is named.
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

/** The words for a time on the day before, today or on the next day. */
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
