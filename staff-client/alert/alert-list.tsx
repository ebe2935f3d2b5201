import { useEffect, useRef, useState } from "react";
import type { Someone } from "../../rules/told.ts";
import { alertsOf } from "../hall/alerts.ts";
import { type Hall, isThere } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import { AlertCard, TakenCard, TakenLine } from "./alert-card.tsx";
import { AskedLine } from "./asked-line.tsx";
import { ring } from "./ring.ts";

/** More than these would push the hall itself off a phone: the rest is folded away, with how many they are. */
const SHOWN_AT_ONCE = 3;

type ListProps = {
	readonly hall: Hall;
	readonly now: number;
	readonly desk: Desk;
	readonly me: Someone;
	readonly onPassOn?: (alertId: string) => void;
};

/** What this person should take now stands above everything else and makes the phone ring once, if it is one that rings. */
export function AlertList(props: ListProps) {
	const { hall, me, now } = props;
	const alerts = alertsOf(hall, me, now);
	useRing(isThere(hall, me.staffId) ? alerts.toTake.filter((alert) => alert.rings).map((alert) => alert.id) : []);
	return (
		<AlertSection {...props} alerts={alerts}>
			{[...alerts.raised, ...alerts.watched].map((alert) => (
				<AskedLine key={alert.id} alert={alert} {...props} mayTakeBack={alert.raisedBy === me.staffId} />
			))}
		</AlertSection>
	);
}

/** The same at a counter: a quiet mark. It makes no sound before a customer and never takes the keyboard. */
export function QuietAlerts(props: ListProps) {
	return <AlertSection {...props} alerts={alertsOf(props.hall, props.me, props.now)} isQuiet />;
}

function AlertSection(
	props: ListProps & {
		readonly alerts: ReturnType<typeof alertsOf>;
		readonly isQuiet?: boolean;
		readonly children?: readonly React.ReactNode[];
	},
) {
	const { t } = useWords();
	const { toTake, taken, others } = props.alerts;
	const [showsAll, setShowsAll] = useState(false);
	const shown = showsAll ? toTake : toTake.slice(0, SHOWN_AT_ONCE);
	const own = props.children ?? [];
	if (toTake.length + taken.length + others.length + own.length === 0) return null;
	return (
		<section className="stack" aria-label={t("alerts")}>
			{shown.map((alert) => (
				<AlertCard key={alert.id} alert={alert} {...props} />
			))}
			{toTake.length > SHOWN_AT_ONCE && (
				<ActionButton
					label={showsAll ? t("alertsFewer") : t("alertsMore", { count: toTake.length - SHOWN_AT_ONCE })}
					onPress={() => setShowsAll(!showsAll)}
				/>
			)}
			{taken.map((alert) => (
				<TakenCard key={alert.id} alert={alert} {...props} />
			))}
			{others.map((alert) => (
				<TakenLine key={alert.id} alert={alert} {...props} />
			))}
			{own}
		</section>
	);
}

/** Rings once for each that comes; what was open when the page began is shown, not rung. */
function useRing(alertIds: readonly string[]): void {
	const known = useRef<ReadonlySet<string> | null>(null);
	const ids = alertIds.join(" ");
	useEffect(() => {
		const present = new Set(ids.split(" ").filter((id) => id !== ""));
		if (known.current !== null && [...present].some((id) => !known.current?.has(id))) ring();
		known.current = present;
	}, [ids]);
}
