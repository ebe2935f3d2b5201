import { type RefObject, useEffect } from "react";
import { Icon } from "../../react-kit/icon.tsx";
import type { Cases } from "../case/use-cases.ts";
import { alertsOf } from "../hall/alerts.ts";
import type { Hall } from "../hall/hall.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { useWords } from "../words/words.ts";

/**
 * How much waits for me (alerts to take or taken, open tasks), wherever the page has been scrolled to, and on the sign of the
 * installed app; a tap leads to the top of the list, where they stand.
 */
export function MyBadge(props: {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly cases: Cases;
	/** Records that wait for my signature. */
	readonly toSign: number;
	readonly list: RefObject<HTMLElement | null>;
}) {
	const { live, hall, cases, list } = props;
	const { t } = useWords();
	const { toTake, taken } = alertsOf(hall, live.me, live.now);
	const count = toTake.length + taken.length + (cases.mine.data?.rows.length ?? 0) + props.toSign;
	useEffect(() => {
		if ("setAppBadge" in navigator) void navigator.setAppBadge(count).catch(() => undefined);
	}, [count]);
	if (count === 0) return null;
	const label = t("waitsForMe", { count });
	return (
		<button
			type="button"
			className="action action-primary large my-badge tabular"
			aria-label={label}
			onClick={() => list.current?.scrollTo({ top: 0 })}
		>
			<Icon name="bell" />
			{count}
		</button>
	);
}
