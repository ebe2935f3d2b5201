import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import type { Underway } from "../live/use-desk.ts";
import { useWords } from "../words/words.ts";
import { Notice } from "./notice.tsx";

/** A command without an answer for this long waits for the network; shorter waits are shown at the button alone. */
const QUEUED_AFTER_MS = 2_500;

/** Which commands wait for the network, and what becomes of them. */
export function QueuedNotice({ underway }: { readonly underway: readonly Underway[] }) {
	const { t } = useWords();
	const queued = underway.filter((each) => elapsedMs() - each.sentAt > QUEUED_AFTER_MS);
	if (queued.length === 0) return null;
	return <Notice level="near" text={t("queuedNotice", { what: queued.map((each) => each.label).join(" · ") })} />;
}
