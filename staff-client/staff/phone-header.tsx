import type { ReactNode } from "react";
import { clockTime } from "../../client-kit/language/format.ts";
import type { Hall } from "../hall/hall.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { ConnectionSign } from "../parts/connection-sign.tsx";
import { SettingsButtons } from "../parts/settings-buttons.tsx";
import { useMine } from "../session/own-session.ts";
import { useWords } from "../words/words.ts";

/** Which branch, what time it is there, and how fresh the page is. */
export function PhoneHeader(props: {
	readonly live: LiveHall;
	readonly hall: Hall;
	/** What waits for whoever holds the phone. */
	readonly badge: ReactNode;
}) {
	const { live, hall } = props;
	const { name } = useWords();
	const own = useMine();
	return (
		<header className="bar line">
			<div className="lines grow">
				<strong>{name(hall.branch.name)}</strong>
				<span className="line soft">
					<time className="tabular">{clockTime(live.now, hall.branch.timeZone)}</time>
					{own?.info.holder.kind === "staff" && <span>{name(own.info.holder.name)}</span>}
					<ConnectionSign connection={live.connection} />
				</span>
			</div>
			{props.badge}
			<SettingsButtons />
		</header>
	);
}
