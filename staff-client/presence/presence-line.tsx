import { clockTime } from "../../client-kit/language/format.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { May } from "../../rules/holding.ts";
import type { StaffPresence } from "../../schema/hall/presence.ts";
import type { Hall } from "../hall/hall.ts";
import type { OpenSheet } from "../sheet/open-sheet.ts";
import { useWords, type Words } from "../words/words.ts";

/** What somebody has said of being there, in words. */
export function presenceInWords(said: StaffPresence | undefined, timeZone: string, { t }: Words): string {
	if (said === undefined) return t("presenceUnsaid");
	const parts = [t(`presence-${said.status}`)];
	if (said.reason !== undefined) parts.push(t(`why-${said.reason}`));
	if (said.lobby === true && said.status === "on-duty") parts.push(t("presenceLobby"));
	if (said.backAt !== undefined) parts.push(t("presenceBackAt", { time: clockTime(said.backAt, timeZone) }));
	return parts.join(" · ");
}

/** One's own state at the top of the phone, and the way to change it. */
export function PresenceLine(props: {
	readonly hall: Hall;
	readonly staffId: string;
	readonly may: May;
	readonly onOpen: (sheet: OpenSheet) => void;
}) {
	const words = useWords();
	const { hall } = props;
	if (!props.may("presence.set")) return null;
	const said = hall.presence.get(props.staffId);
	const uncoveredSince = hall.lobby?.uncoveredSince ?? null;
	return (
		<section className="card line" aria-label={words.t("presence")}>
			<button type="button" className="line grow" onClick={() => props.onOpen({ kind: "presence" })}>
				<span className="lines grow">
					<strong>{words.t("presence")}</strong>
					<span className="soft tabular">{presenceInWords(said, hall.branch.timeZone, words)}</span>
					{uncoveredSince !== null && (
						<span className="line">
							<span className="tag sign over tabular">
								<Icon name="alert" />
								{words.t("alertUncovered")} · {clockTime(uncoveredSince, hall.branch.timeZone)}
							</span>
						</span>
					)}
				</span>
				<Icon name="chevron" />
			</button>
		</section>
	);
}
