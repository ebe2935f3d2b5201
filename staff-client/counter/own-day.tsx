import { minutesInWords } from "../../client-kit/language/format.ts";
import { meanServiceMs } from "../../rules/person-day.ts";
import type { Hall } from "../hall/hall.ts";
import { useWords } from "../words/words.ts";

/** What this person has done at counters today; nothing before the first customer. */
export function OwnDay({ hall, staffId }: { readonly hall: Hall; readonly staffId: string }) {
	const { t, locale } = useWords();
	const day = hall.personDays.get(staffId);
	if (day === undefined) return null;
	const meanMs = meanServiceMs(day);
	return (
		<span className="line soft tabular">
			<span>{t("ownDay", { count: day.served })}</span>
			{meanMs !== null && <span className="soft">{t("ownDayMean", { mean: minutesInWords(meanMs, locale) })}</span>}
		</span>
	);
}
