import { Notice, NoticeButton } from "../parts/notice.tsx";
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
			{waiting > 0 && <Notice level="near" text={props.waitingText(waiting)} />}
			{refused !== undefined && (
				<Notice
					level="over"
					text={props.refusedText(locale === "zh" ? refused.problem.title : refused.problem.titleEn)}
				>
					<NoticeButton label={t("recordReopen")} onPress={props.onReopen} />
					<NoticeButton label={t("recordDiscard")} onPress={() => forgetRefused(refused)} />
				</Notice>
			)}
		</>
	);
}
