import * as z from "zod";
import { Bilingual, BusinessDay, Slug } from "../ids.ts";
import { LocalTime } from "./calendar.ts";

const NOTICES_MAX = 40;

/** What a screen shows between calls, within its days and hours by the branch's clock. */
export const Notice = z.strictObject({
	id: Slug,
	title: Bilingual,
	text: Bilingual,
	/** Its first and its last day; absent: it always stands. */
	from: BusinessDay.optional(),
	until: BusinessDay.optional(),
	/** On each of its days from this time, and before that one. */
	fromTime: LocalTime.optional(),
	untilTime: LocalTime.optional(),
	/** Only screens of this zone show it. Absent: all do. */
	zone: Slug.optional(),
});
export type Notice = z.infer<typeof Notice>;

export const Notices = z.strictObject({ notices: z.array(Notice).max(NOTICES_MAX) });
export type Notices = z.infer<typeof Notices>;
