import { useCallback, useEffect, useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { clockTime, dayInWords } from "../../client-kit/language/format.ts";
import {
	REFERRAL_LIST_QUERY,
	REFERRAL_LIST_WORD,
	type ReferralList,
	reasonText,
} from "../../client-kit/words/referral-labels.ts";
import { REFERRALS } from "../../rules/routes/referral.ts";
import type { ReferralRow } from "../../schema/customer/referral.ts";
import type { Hall } from "../hall/hall.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Chips } from "../parts/chips.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { choicesOf } from "./referral-labels.ts";
import type { ReferralSheetProps } from "./referral-sheet-props.ts";
import { ReferralSigns } from "./referral-signs.tsx";

type Page = { readonly rows: readonly ReferralRow[]; readonly next: string | null };

/** The branch's records, masked; what is unsigned or incomplete by one touch. */
export function ReferralsSheet({ hall, referrals, onOpen, onClose }: ReferralSheetProps) {
	const { t } = useWords();
	const [filter, setFilter] = useState<ReferralList>("all");
	const { page, problem, more } = useRows(referrals.branchId, referrals.credential, filter);
	return (
		<Sheet title={t("referrals")} onClose={onClose}>
			<Chips
				legend={t("filterBy")}
				choices={choicesOf(REFERRAL_LIST_WORD, t)}
				value={filter}
				onChange={(next) => next !== null && setFilter(next)}
			/>
			<ProblemLine problem={problem} />
			{page === null && problem === null && <p className="soft">{t("loading")}</p>}
			{page !== null && page.rows.length === 0 && <p className="soft">{t("referralsNone")}</p>}
			<ul className="referral-list">
				{(page?.rows ?? []).map((row) => (
					<li key={row.referralId}>
						<Row hall={hall} row={row} onOpen={() => onOpen({ kind: "referral", referralId: row.referralId })} />
					</li>
				))}
			</ul>
			{page !== null && page.next !== null && <ActionButton label={t("referralsMore")} onPress={more} />}
		</Sheet>
	);
}

function useRows(branchId: string, credential: ReferralSheetProps["referrals"]["credential"], filter: ReferralList) {
	const [page, setPage] = useState<Page | null>(null);
	const [problem, setProblem] = useState<ClientProblem | null>(null);
	const read = useCallback(
		async (cursor: string | null) => {
			const query = {
				limit: 50,
				...REFERRAL_LIST_QUERY[filter],
				...(cursor !== null && { cursor }),
			};
			return call(REFERRALS, { params: { branchId }, query }, credential);
		},
		[branchId, credential, filter],
	);
	useEffect(() => {
		let isCurrent = true;
		setPage(null);
		setProblem(null);
		void read(null).then((result) => {
			if (!isCurrent) return;
			if (result.ok) setPage(result.value);
			else setProblem(result.problem);
		});
		return () => {
			isCurrent = false;
		};
	}, [read]);
	const more = async () => {
		const before = page;
		if (before === null) return;
		const result = await read(before.next);
		if (!result.ok) return setProblem(result.problem);
		const { rows, next } = result.value;
		setPage((now) => (now === before ? { rows: [...before.rows, ...rows], next } : now));
	};
	return { page, problem, more: () => void more() };
}

function Row(props: { readonly hall: Hall; readonly row: ReferralRow; readonly onOpen: () => void }) {
	const { hall, row } = props;
	const words = useWords();
	const { t, locale } = words;
	const { timeZone } = hall.branch;
	const time = `${dayInWords(row.recordedAt, timeZone, locale)} ${clockTime(row.recordedAt, timeZone, { seconds: true })}`;
	return (
		<button type="button" className="referral-row" onClick={props.onOpen}>
			<span className="referral-row-head">
				<strong>{row.name ?? row.customerReference ?? t("referralErased")}</strong>
				<span className="soft">{reasonText(row.reasonCode, words.name)}</span>
			</span>
			<span className="soft tabular">
				{t("referralBy", { name: staffName(hall, row.staffId, words, row.staffName), time })}{" "}
				{row.managerId !== null && t("referralTo", { name: staffName(hall, row.managerId, words, row.managerName) })}
			</span>
			<ReferralSigns row={row} />
		</button>
	);
}
