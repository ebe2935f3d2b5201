import { type ReactNode, useMemo, useState } from "react";
import { QuietAlerts } from "../alert/alert-list.tsx";
import { AskedLine } from "../alert/asked-line.tsx";
import { helpOfCounter } from "../hall/alerts.ts";
import { modesFor, modeToOpen } from "../hall/counter-roles.ts";
import type { Hall } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { ConnectionNotices } from "../parts/connection-notices.tsx";
import { DeskNoticeLine } from "../parts/desk-notice.tsx";
import { useHere } from "../presence/use-here.ts";
import { useWords } from "../words/words.ts";
import { type Workplace, workplaceAt } from "./act/counter-actions.ts";
import { useCounterActs } from "./act/use-counter-acts.ts";
import { ActionPanel } from "./action-panel.tsx";
import { CounterHeader } from "./counter-header.tsx";
import { CounterHeading } from "./counter-heading.tsx";
import { CounterDialog } from "./dialog/counter-dialog.tsx";
import { OpenPanel } from "./open-panel.tsx";
import { SetAsidePanel } from "./set-aside-panel.tsx";
import { Stage } from "./stage.tsx";
import { TakeBackLine } from "./take-back-line.tsx";
import { WaitingPanel } from "./waiting-panel.tsx";

export type DeskProps = {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly staffId: string;
	readonly counterId: string;
	readonly desk: Desk;
	/** Null: this machine stands at its counter for good. */
	readonly onChooseOther: (() => void) | null;
	/** Whom a pad may sign on: who chooses, and how. */
	readonly signOn?: ReactNode;
};

/** The counter at work: the customer and what can be done on the left, who waits on the right. */
export function CounterDesk(props: DeskProps) {
	const { hall, counterId, staffId, live } = props;
	const { now, may } = live;
	const workplace = useMemo(
		() => workplaceAt(hall, counterId, { staffId, may, now }),
		[hall, counterId, staffId, may, now],
	);
	return workplace === null ? null : <DeskAt {...props} workplace={workplace} />;
}

function DeskAt({ workplace, ...props }: DeskProps & { readonly workplace: Workplace }) {
	const { live, hall, desk } = props;
	const { t } = useWords();
	const { may, caseNews: news, connection } = live;
	const { hall: withOffers } = useHere({ hall, credential: live.session?.credential ?? null, may, news, connection });
	const [modeId, setModeId] = useState<string | null>(null);
	const { counter } = workplace.state;
	const toOpen = modeToOpen(modesFor(hall, counter.id, props.staffId), modeId, counter.modeId);
	const acts = useCounterActs(hall, workplace, desk, { modeId: toOpen, staffId: props.staffId });
	const { act, waiting } = acts;
	const help = helpOfCounter(hall, props.counterId, live.now);
	const mayTakeBack =
		help?.raisedBy === live.me.staffId || (props.signOn !== undefined && help?.raisedBy === "counter-pad");
	const hasCustomer = workplace.state.activity === "called" || workplace.state.activity === "serving";
	const isBusy = hasCustomer || desk.underway.length > 0;
	return (
		<div className="page counter-page" data-busy={isBusy ? "" : undefined}>
			<CounterHeader
				live={live}
				hall={hall}
				staffId={props.staffId}
				heading={<CounterHeading hall={hall} counter={workplace.state.counter} />}
			>
				{props.onChooseOther !== null && !workplace.isMine && !waiting && (
					<button type="button" className="quiet" onClick={props.onChooseOther}>
						{t("changeCounter")}
					</button>
				)}
			</CounterHeader>
			<ConnectionNotices live={live} underway={desk.underway} />
			<main className="counter-main">
				<section className="stack counter-left">
					<Stage hall={hall} workplace={workplace} now={live.now} />
					{help !== null && <AskedLine alert={help} hall={hall} now={live.now} desk={desk} mayTakeBack={mayTakeBack} />}
					<QuietAlerts hall={withOffers} now={live.now} desk={desk} me={live.me} />
					<DeskNoticeLine desk={desk} />
					<TakeBackLine {...acts.takeBack} />
					{workplace.state.activity === "closed" ? (
						<>
							{props.signOn}
							<OpenPanel
								hall={hall}
								workplace={workplace}
								staffId={props.staffId}
								modeId={toOpen}
								onMode={setModeId}
								{...acts}
							/>
						</>
					) : (
						<ActionPanel hall={hall} workplace={workplace} act={act} underway={desk.underway} />
					)}
				</section>
				<aside className="stack counter-right">
					<WaitingPanel
						ref={acts.waitingList}
						hall={hall}
						workplace={workplace}
						now={live.now}
						onCall={acts.callNamed}
					/>
					<SetAsidePanel
						ref={acts.setAsideList}
						hall={hall}
						now={live.now}
						graceMs={live.rules.returnGraceMs}
						desk={desk}
						may={live.may}
					/>
				</aside>
			</main>
			{acts.dialog !== null && (
				<CounterDialog
					dialog={acts.dialog}
					hall={hall}
					workplace={workplace}
					desk={desk}
					onClose={acts.closeDialog}
					onTransferred={(ticket) => acts.takeBack.left(ticket, "transfer")}
				/>
			)}
		</div>
	);
}
