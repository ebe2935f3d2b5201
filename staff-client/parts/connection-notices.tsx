import type { ReactNode } from "react";
import { clockTime } from "../../client-kit/language/format.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { Underway } from "../live/use-desk.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { useWords } from "../words/words.ts";
import { QueuedNotice } from "./queued-notice.tsx";

/** What stands between the page and the present: silence of the branch, and commands that wait for the network. */
export function ConnectionNotices({
	live,
	underway,
}: {
	readonly live: LiveHall;
	readonly underway: readonly Underway[];
}) {
	const { t } = useWords();
	const time = live.hall === null ? "" : clockTime(live.asOf, live.hall.branch.timeZone, { seconds: true });
	return (
		<>
			{live.connection.status === "amber" && <Notice level="near">{t("amberNotice", { time })}</Notice>}
			{live.connection.status === "lost" && <Notice level="over">{t("lostNotice", { time })}</Notice>}
			<QueuedNotice underway={underway} />
		</>
	);
}

function Notice({ level, children }: { readonly level: "near" | "over"; readonly children: ReactNode }) {
	return (
		<div className={`notice ${level}`} role="status">
			<Icon name={level === "over" ? "cut" : "clock"} />
			<span className="grow">{children}</span>
		</div>
	);
}
