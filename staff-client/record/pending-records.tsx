import { Icon } from "../parts/icon.tsx";
import { useWords } from "../words/words.ts";
import type { Records } from "./use-record-outbox.ts";

/** Records that wait for the network, and one that was not taken: none is lost unseen. */
export function PendingRecords(props: {
	readonly records: Pick<Records<unknown, never, unknown>, "waiting" | "refused" | "forgetRefused">;
	/** How many wait, in words. */
	readonly waitingText: (count: number) => string;
	readonly refusedText: (why: string) => string;
	readonly onReopen: () => void;
}) {
	const { t, locale } = useWords();
	const { waiting, forgetRefused } = props.records;
	const [refused] = props.records.refused;
	return (
		<>
			{waiting > 0 && (
				<div className="notice notice-near" role="status">
					<Icon name="clock" />
					<span>{props.waitingText(waiting)}</span>
				</div>
			)}
			{refused !== undefined && (
				<div className="notice notice-over" role="alert">
					<Icon name="alert" />
					<span>{props.refusedText(locale === "zh" ? refused.problem.title : refused.problem.titleEn)}</span>
					<button type="button" className="notice-dismiss" onClick={props.onReopen}>
						{t("recordReopen")}
					</button>
					<button type="button" className="notice-dismiss" onClick={() => forgetRefused(refused)}>
						{t("recordDiscard")}
					</button>
				</div>
			)}
		</>
	);
}
