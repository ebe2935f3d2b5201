import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../client-kit/call/call.ts";
import { listWord, wordsOfKind } from "../../client-kit/words/case/kind-words.ts";
import { queries } from "../../react-kit/data/queries.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { type CaseKind, definitionOf } from "../../rules/case/kinds.ts";
import { CASES } from "../../rules/routes/case.ts";
import type { Output } from "../../schema/endpoint/api.ts";
import { PHONE_READS } from "../live/use-reading.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Chips } from "../parts/chips.tsx";
import { ProblemLine } from "../parts/problem-line.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { usePhone } from "../sheet/phone-context.ts";
import { useWords } from "../words/words.ts";
import { CaseRows } from "./case-rows.tsx";
import { useOpenCases } from "./cases-context.ts";
import type { Cases } from "./use-cases.ts";

const PAGE_ROWS = 50;
const ALL = "all";

/** Cases of one kind at the branch, the newest first; what is still to be done about them by one touch. */
export function CaseListSheet(props: { readonly of: CaseKind }) {
	const { onClose } = usePhone();
	const cases = useOpenCases();
	const { of } = props;
	const { t, name } = useWords();
	const [list, setList] = useState(ALL);
	const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useList(cases, of, list);
	const rows = data?.pages.flatMap((page) => page.rows);
	return (
		<Sheet title={name(wordsOfKind(of).plural)} onClose={onClose}>
			<Chips
				legend={t("filterBy")}
				choices={[
					{ id: ALL, label: t("all") },
					...Object.keys(definitionOf(of).lists ?? {}).map((id) => ({ id, label: name(listWord(of, id)) })),
				]}
				value={list}
				onChange={(next) => setList(next ?? ALL)}
			/>
			{error !== null && <ProblemLine problem={error.problem} />}
			{rows === undefined && error === null && <p className="soft">{t("loading")}</p>}
			{rows?.length === 0 && <p className="soft">{t("casesNone")}</p>}
			{rows !== undefined && <CaseRows rows={rows} showsOwnerOf="all" />}
			{hasNextPage && (
				<ActionButton label={t("more")} waiting={isFetchingNextPage} onPress={() => void fetchNextPage()} />
			)}
		</Sheet>
	);
}

function useList({ branchId, credential }: Cases, kind: CaseKind, list: string) {
	const query = {
		...({ kind, open: "any", sort: "opened", order: "desc", limit: PAGE_ROWS } as const),
		...(list !== ALL && { list }),
	};
	return useInfiniteQuery<Output<"cases">, Refusal, InfiniteData<Output<"cases">>, unknown[], string | null>(
		{
			queryKey: ["cases", branchId, query],
			queryFn: async ({ pageParam }) => {
				const input = {
					params: { nodeId: branchId },
					query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) },
				};
				const found = await call(CASES, input as never, credential);
				if (!found.ok) throw new Refusal("cases", found.problem);
				return found.value;
			},
			initialPageParam: null,
			getNextPageParam: (page) => page.next,
			...PHONE_READS,
		},
		queries,
	);
}
