import { Table } from "antd";
import { useMemo } from "react";
import { minutesToATenth } from "../../client-kit/time/day-figures.ts";
import { byUrgency, type WaitLevel, waitLevel } from "../../rules/measure/wait-level.ts";
import { CONFIGURATION, TICKETS } from "../../rules/routes/branch.ts";
import { waitedMs } from "../../rules/wait.ts";
import type { BranchTicket } from "../../schema/endpoint/branch-endpoints.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { PAGE_MAX_ROWS } from "../../schema/limits.ts";
import { useRead } from "../data/use-read.ts";
import type { Columns } from "../parts/paged-list.tsx";
import { Reading } from "../parts/reading.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords, type Words } from "../words/words.ts";

const ASK_EVERY_MS = 10_000;

type Queue = {
	readonly serviceId: string;
	readonly name: Bilingual;
	readonly targetMs: number;
	readonly waiting: number;
	readonly over: number;
	readonly longestMs: number;
	readonly level: WaitLevel;
};

const LEVEL = {
	over: { word: "overTarget", tone: "over" },
	near: { word: "nearTarget", tone: "near" },
	within: { word: "withinTarget", tone: "good" },
} as const;

/** Who waits beyond the target at this moment, in one sentence, and for what: the worst first. */
export function NowWaiting({ branchId }: { readonly branchId: string }) {
	const words = useWords();
	const { t, locale } = words;
	const query = { status: "waiting" as const, limit: PAGE_MAX_ROWS };
	const read = useRead(TICKETS, { params: { branchId }, query }, { everyMs: ASK_EVERY_MS });
	const { data: configuration } = useRead(CONFIGURATION, { params: { branchId } });
	const answer = read.data;
	const queues = useMemo(
		() => (answer && configuration ? queuesOf(answer.rows, configuration, answer.at) : []),
		[answer, configuration],
	);
	if (answer === undefined) return <Reading read={read} part />;
	const over = queues.reduce((sum, queue) => sum + queue.over, 0);
	if (queues.length === 0) return <p className="headline-figure">{t("nowNobody")}</p>;
	// The longest beyond a target, which need not be the longest of all.
	const longest = Math.max(...queues.filter(({ level }) => level === "over").map(({ longestMs }) => longestMs), 0);
	return (
		<>
			<p className={`headline-figure ${over > 0 ? "headline-over" : "headline-good"}`} role="status">
				{over > 0 ? t("nowOver", { count: over, time: minutesToATenth(longest, locale) }) : t("nowGood")}
			</p>
			<p className="soft">{t("nowByService")}</p>
			<Table<Queue> size="small" rowKey="serviceId" columns={columnsOf(words)} dataSource={queues} pagination={false} />
		</>
	);
}

function queuesOf(tickets: readonly BranchTicket[], { services }: BranchConfiguration, at: number): Queue[] {
	return services
		.flatMap(({ id, name, targetWaitMs }): Queue[] => {
			const waits = tickets.filter((ticket) => ticket.services[0] === id).map(({ readyAt }) => waitedMs(readyAt, at));
			if (waits.length === 0) return [];
			const longestMs = Math.max(...waits);
			return [
				{
					...{ serviceId: id, name, targetMs: targetWaitMs, waiting: waits.length, longestMs },
					over: waits.filter((wait) => waitLevel(wait, targetWaitMs) === "over").length,
					level: waitLevel(longestMs, targetWaitMs),
				},
			];
		})
		.sort((one, other) => byUrgency(one.level, other.level) || other.longestMs - one.longestMs);
}

function columnsOf({ t, name, locale }: Words): Columns<Queue> {
	return [
		{ title: t("nowService"), key: "service", render: (_, queue) => name(queue.name) },
		{ title: t("branchState"), render: (_, { level }) => <Sign tone={LEVEL[level].tone}>{t(LEVEL[level].word)}</Sign> },
		{ title: t("nowLongest"), className: "figure", render: (_, { longestMs }) => minutesToATenth(longestMs, locale) },
		{ title: t("nowTarget"), className: "figure", render: (_, { targetMs }) => minutesToATenth(targetMs, locale) },
		{ title: t("nowOverCount"), className: "figure", dataIndex: "over" },
		{ title: t("waitingTickets"), className: "figure", dataIndex: "waiting" },
	];
}
