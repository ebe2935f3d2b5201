import { CONFIGURATION } from "../../rules/routes/branch.ts";
import type { Channel } from "../../schema/hall/command.ts";
import type { DayReport } from "../../schema/hall/report.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { useRead } from "../data/use-read.ts";
import { useStaffNames } from "../people/use-staff-names.ts";
import { type PlainWord, useWords } from "../words/words.ts";

const CHANNEL_WORD = {
	kiosk: "purposeKiosk",
	staff: "channelStaff",
	phone: "channelPhone",
	service: "channelService",
} as const satisfies Record<Channel, PlainWord>;

/** The ways in which a report divides its day. */
export type Division = keyof Pick<DayReport, "byService" | "byClass" | "byChannel" | "byHalfHour" | "byCounter">;
/** What else of a report has a name: whoever called out of order. */
type Named = Division | "byPerson";

/** Names what a report line stands for: a service, class or counter of the branch, one of these people, or a channel; else its id. */
export function useLineNames(
	branchId: string,
	staffIds: readonly string[] = [],
): (division: Named, id: string) => string {
	const { t, name } = useWords();
	const staffName = useStaffNames(staffIds, [branchId]);
	const { data } = useRead(CONFIGURATION, { params: { branchId } });
	return (division, id) => {
		const named = (found: Bilingual | undefined) => (found === undefined ? id : name(found));
		switch (division) {
			case "byService":
				return named(data?.services.find((each) => each.id === id)?.name);
			case "byClass":
				return named(data?.dispatch.classes.find((each) => each.id === id)?.name);
			case "byCounter":
				return named(data?.counters.find((each) => each.id === id)?.label);
			case "byPerson":
				return staffName(id);
			case "byChannel":
				return isChannel(id) ? t(CHANNEL_WORD[id]) : id;
			case "byHalfHour":
				return id;
			default:
				return division satisfies never;
		}
	};
}

function isChannel(id: string): id is Channel {
	return Object.hasOwn(CHANNEL_WORD, id);
}
