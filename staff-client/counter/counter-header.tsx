import type { ReactNode } from "react";
import { clockTime } from "../../client-kit/language/format.ts";
import type { Hall } from "../hall/hall.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { ConnectionSign } from "../parts/connection-sign.tsx";
import { SettingsButtons } from "../parts/settings-buttons.tsx";
import { useMine } from "../session/own-session.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { AccountButton } from "./account-button.tsx";
import { OwnDay } from "./own-day.tsx";

/** One line on top: where and who, the branch's clock, how fresh the page is. */
export function CounterHeader(props: {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly staffId: string;
	/** The counter's name and mode; absent while choosing one. */
	readonly heading?: ReactNode;
	/** More controls at the end. */
	readonly children?: ReactNode;
}) {
	const { live, hall } = props;
	const words = useWords();
	const { name } = words;
	const own = useMine();
	const holder = own?.info.holder.kind === "staff" ? own.info.holder : undefined;
	const isKnownHere = hall.staff.has(props.staffId) || holder === undefined;
	const who = isKnownHere ? staffName(hall, props.staffId, words) : name(holder.name);
	return (
		<header className="bar line wrap counter-header">
			<strong className="large">{props.heading ?? name(hall.branch.name)}</strong>
			{props.heading !== undefined && <span className="soft">{name(hall.branch.name)}</span>}
			<span className="soft">{who}</span>
			<OwnDay hall={hall} staffId={props.staffId} />
			<span className="grow" />
			<ConnectionSign connection={live.connection} />
			<time className="tabular large strong">{clockTime(live.now, hall.branch.timeZone, { seconds: true })}</time>
			{props.children}
			<AccountButton timeZone={hall.branch.timeZone} />
			<SettingsButtons />
		</header>
	);
}
