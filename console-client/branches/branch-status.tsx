import { minutesToATenth, noShowsInWords } from "../../client-kit/time/day-figures.ts";
import { BRANCH_STATUS } from "../../rules/routes/branch.ts";
import { meanWaitMs, waitedMs } from "../../rules/wait.ts";
import type { LiveStatus } from "../../schema/endpoint/branch-endpoints.ts";
import { useRead } from "../data/use-read.ts";
import { FigureAge } from "../parts/figure-age.tsx";
import { moment } from "../parts/moment.ts";
import { Reading } from "../parts/reading.tsx";
import { Sign } from "../parts/sign.tsx";
import { type Figure, FigureList } from "../report/figure-list.tsx";
import { useWords } from "../words/words.ts";
import { DAY_TONE, DAY_WORD } from "./branch-labels.ts";
import { NowWaiting } from "./now-waiting.tsx";
import { TodayHours } from "./today-hours.tsx";

const ASK_EVERY_MS = 10_000;

/** The branch as it is now, read from the branch itself every ten seconds while the page is looked at. */
export function BranchStatus({ branchId }: { readonly branchId: string }) {
	const { t } = useWords();
	const read = useRead(BRANCH_STATUS, { params: { branchId } }, { everyMs: ASK_EVERY_MS });
	if (read.data === undefined) return <Reading read={read} />;
	const { at, branch, status } = read.data;
	return (
		<section className="panel" aria-label={t("branchLive")}>
			<h2>
				{t("branchLive")} <Sign tone={DAY_TONE[branch.dayStatus]}>{t(DAY_WORD[branch.dayStatus])}</Sign>
			</h2>
			{read.error !== null && <Reading read={read} part />}
			<TodayHours live={read.data} />
			<FigureAge readAt={read.dataUpdatedAt} />
			{branch.dayStatus === "open" && <NowWaiting branchId={branchId} />}
			<Figures live={read.data} />
			{/* `parked`: days and records that D1 refuses to take. */}
			{status.parked > 0 && <Sign tone="over">{t("branchParked", { count: status.parked })}</Sign>}
			<p className="soft">{t("branchLiveText", { at: moment(at) })}</p>
		</section>
	);
}

function Figures({ live }: { readonly live: LiveStatus }) {
	const { t, locale } = useWords();
	const { status, at } = live;
	const { tally } = status;
	const figures: readonly Figure[] = [
		[t("waitingTickets"), status.waiting],
		[
			t("branchLongestWait"),
			minutesToATenth(status.oldestReadyAt === null ? null : waitedMs(status.oldestReadyAt, at), locale),
		],
		[t("beingServed"), status.serving],
		[t("countersOpen"), status.countersOpen],
		[t("branchPaused"), status.countersPaused],
		[t("helpOpen"), status.openHelpCalls],
		[t("issued"), tally.issued],
		[t("served"), tally.served],
		[t("noShows"), noShowsInWords(tally.noShows, tally.returns ?? 0, locale)],
		[t("meanWait"), minutesToATenth(meanWaitMs(tally), locale)],
	];
	return <FigureList figures={figures} />;
}
