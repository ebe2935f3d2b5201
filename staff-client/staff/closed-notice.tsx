import { useEffect, useRef } from "react";
import { clockTime } from "../../client-kit/language/format.ts";
import { Icon } from "../../react-kit/icon.tsx";
import type { May } from "../../rules/holding.ts";
import { ring } from "../alert/ring.ts";
import { mayReopen } from "../hall/day-closing.ts";
import type { Hall } from "../hall/hall.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";

/** Who closed the day and when: while it can be reopened, and for good if it was closed early. A head's phone rings if somebody else closed it early. */
export function ClosedNotice(props: {
	readonly hall: Hall;
	readonly now: number;
	readonly staffId: string;
	readonly may: May;
	readonly onReopen: () => void;
}) {
	const { hall, now, staffId, may } = props;
	const words = useWords();
	const { t } = words;
	const { closing } = hall;
	useRingOnChange(closing?.early === true && closing.by !== staffId && may("day.oversee"));
	const reopens = mayReopen(hall, staffId, may("day.oversee"), now);
	if (closing === null || (!closing.early && !reopens)) return null;
	const who = closing.by === null ? t("closedByItself") : staffName(hall, closing.by, words);
	const facts = { who, time: clockTime(closing.at, hall.branch.timeZone), count: closing.unserved };
	return (
		<section className={`notice ${closing.early ? "urgent" : "call"}`}>
			<Icon name="alert" />
			<div className="lines grow">
				<strong role="alert">{t(closing.early ? "closedEarly" : "closedNow", facts)}</strong>
				<span>
					{closing.unserved > 0 && t("closedUnserved", facts)}{" "}
					{reopens && t("reopenBy", { time: clockTime(closing.reopenBy, hall.branch.timeZone) })}
				</span>
			</div>
			{reopens && <ActionButton label={t("reopenDay")} onPress={props.onReopen} />}
		</section>
	);
}

/** Rings when it happens, not when the page is opened later. */
function useRingOnChange(isNews: boolean): void {
	const known = useRef<boolean | null>(null);
	useEffect(() => {
		if (known.current === false && isNews) ring();
		known.current = isNews;
	}, [isNews]);
}
