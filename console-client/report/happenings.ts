import { minutesToATenth } from "../../client-kit/time/day-figures.ts";
import { stageWord, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { moment } from "../parts/moment.ts";
import { quoteFigures } from "../quotes/quote-figures.ts";
import type { Words } from "../words/words.ts";
import type { Figure } from "./figure-list.tsx";

/** Figures that belong together, on the page and in the file. */
export type FigureGroup = { readonly title: string; readonly figures: readonly Figure[] };

/** What happened besides serving, what became of the day's tasks, and the customers referred. */
export function happeningsOf(report: DayReport, words: Words): readonly FigureGroup[] {
	return [
		{ title: words.t("reportHappenings"), figures: atCounters(report, words) },
		...quotesOf(report, words),
		...casesOf(report, words),
		{ title: words.t("reportReferrals"), figures: referralsOf(report, words) },
	];
}

function atCounters(report: DayReport, { t, locale }: Words): readonly Figure[] {
	const { overtakes, tickets } = report;
	const help = helpOf(report);
	return [
		[t("namedCalls"), report.overrides.length],
		[t("reportRecalls"), report.recalls],
		[t("reportTransfers"), report.transfers],
		[t("reportReturns"), report.returns],
		[t("reportRedirected"), tickets.redirected],
		[t("reportHelpAsked"), help.raised],
		[t("reportHelpAccepted"), help.accepted],
		[t("reportHelpPassedOn"), help.passedOn],
		[t("reportHelpEscalated"), help.escalated],
		[t("reportHelpResponse"), minutesToATenth(help.response?.meanMs ?? null, locale)],
		[t("reportHelpSlowest"), minutesToATenth(help.response?.maxMs ?? null, locale)],
		[t("reportOvertaken"), overtakes.most],
		[t("reportBeyondBound"), overtakes.beyondBound],
		[t("reportRefusals"), report.refusals],
		[t("reportCarriedIn"), tickets.carriedIn ?? 0],
		[t("reportCarriedOver"), tickets.carriedOver ?? 0],
		[t("reportOpenedAt"), moment(report.openedAt)],
		[t("reportClosedAt"), moment(report.closedAt)],
		[t("reportClosedBy"), t(report.closedBy === "staff" ? "closedByStaff" : "closedByClock")],
		[t("reportCommits"), `${report.firstSeq}–${report.lastSeq}`],
	];
}

/** How well the waits held that customers were told; reports of before say nothing of it. */
function quotesOf({ quotes }: DayReport, words: Words): readonly FigureGroup[] {
	if (quotes === undefined || quotes.whole.count === 0) return [];
	const figures = quoteFigures(words).map(({ word, of }): Figure => [words.t(word), of(quotes.whole)]);
	return [{ title: words.t("quotesOfDay"), figures }];
}

/** Reports of before there were alerts say less of help. */
function helpOf({ alerts, helpCalls }: DayReport) {
	const none = { raised: 0, accepted: 0, passedOn: 0, escalated: 0, response: null };
	if (helpCalls !== undefined) return { ...none, ...helpCalls, raised: helpCalls.asked };
	return alerts?.find(({ kind }) => kind === "help") ?? none;
}

/** What became of the tasks of a day, kind by kind: opened, ended, and carried over. */
function casesOf({ cases = [] }: DayReport, { t, name }: Words): readonly FigureGroup[] {
	return cases.map(({ kind, opened, closed, openBefore, openAfter }) => ({
		title: name(wordsOfKind(kind).plural),
		figures: [
			[t("reportCasesBefore"), openBefore],
			[t("reportCasesOpened"), opened],
			...closed.map(({ stage, count }): Figure => [name(stageWord(kind, stage)), count]),
			[t("reportCasesAfter"), openAfter.reduce((sum, { count }) => sum + count, 0)],
			// Of a single stage the sum says it already.
			...(openAfter.length > 1
				? openAfter.map(({ stage, count }): Figure => [name(stageWord(kind, stage)), count])
				: []),
		],
	}));
}

function referralsOf({ referrals }: DayReport, { t, name }: Words): readonly Figure[] {
	return [
		[t("reportReferralsRecorded"), referrals?.recorded ?? 0],
		...(referrals?.byStatus ?? []).map(({ status, count }): Figure => [name(stageWord("referral", status)), count]),
		...(referrals?.byRole ?? []).map(
			({ role, count }): Figure => [t("reportReferralsBy", { role: name(ROLE_NAMES[role]) }), count],
		),
	];
}
