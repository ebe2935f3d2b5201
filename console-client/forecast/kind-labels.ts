import type { DayKind } from "../../schema/endpoint/forecast-endpoint.ts";
import type { PlainWord } from "../words/words.ts";

export const KIND_WORD = {
	workday: "kindWorkday",
	weekend: "kindWeekend",
	"statutory-holiday": "kindHoliday",
	"bridged-day-off": "kindBridged",
	"make-up-workday": "kindMakeUp",
} as const satisfies Record<DayKind, PlainWord>;
