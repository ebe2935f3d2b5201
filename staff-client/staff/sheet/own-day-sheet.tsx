import { minutesInWords } from "../../../client-kit/language/format.ts";
import { meanServiceMs } from "../../../rules/person-day.ts";
import { Facts } from "../../parts/facts.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";

/** What this person has done at counters today. */
export function OwnDaySheet() {
	const { hall, staffId, onClose } = usePhone();
	const { t, name, locale } = useWords();
	const day = hall.personDays.get(staffId);
	const counter = [...hall.counters.values()].find((each) => each.staffId === staffId);
	const meanMs = day === undefined ? null : meanServiceMs(day);
	return (
		<Sheet title={t("myDay")} onClose={onClose}>
			{day === undefined && <p className="soft">{t("myDayNone")}</p>}
			<Facts
				rows={[
					...(day === undefined
						? []
						: [{ label: t("myDayServed"), value: t("myDayCustomers", { count: day.served }) }]),
					...(meanMs === null ? [] : [{ label: t("myDayMean"), value: minutesInWords(meanMs, locale) }]),
					...(counter === undefined ? [] : [{ label: t("myDayCounter"), value: name(counter.label) }]),
				]}
			/>
		</Sheet>
	);
}
