import { localDay, minutesInWords } from "../../../client-kit/language/format.ts";
import { meanServiceMs } from "../../../rules/person-day.ts";
import { CREDIT } from "../../../rules/routes/case.ts";
import { useReading } from "../../live/use-reading.ts";
import { Facts } from "../../parts/facts.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";

/** What the person signed in has done at counters today, and the points earned by referrals this month and last month. */
export function OwnDaySheet() {
	const { hall, live, staffId, may, onClose } = usePhone();
	const { t, name, locale } = useWords();
	const day = hall.personDays.get(staffId);
	const counter = [...hall.counters.values()].find((each) => each.staffId === staffId);
	const meanMs = day === undefined ? null : meanServiceMs(day);
	const { branchId, timeZone } = hall.branch;
	const input = { params: { branchId }, query: { day: localDay(live.now, timeZone) } };
	const earned = useReading(CREDIT, input, live.session?.credential ?? null, { enabled: may("credit.own") }).data?.rows;
	const own = earned?.find((row) => row.staffId === staffId);
	return (
		<Sheet title={t("myDay")} onClose={onClose}>
			{day === undefined && <p className="soft">{t("myDayNone")}</p>}
			<Facts
				rows={[
					...(day === undefined
						? []
						: [{ label: t("myDayServed"), value: t("myDayCustomers", { count: day.served }) }]),
					...(meanMs === null ? [] : [{ label: t("myDayMean"), value: minutesInWords(meanMs, locale) }]),
					...(earned === undefined
						? []
						: [
								{ label: t("myCredit"), value: own?.points ?? 0 },
								{ label: t("myCreditBefore"), value: own?.pointsBefore ?? 0 },
							]),
					...(counter === undefined ? [] : [{ label: t("myDayCounter"), value: name(counter.label) }]),
				]}
			/>
		</Sheet>
	);
}
