import { Alert, Button } from "antd";
import { useState } from "react";
import { clockTime, closingTime, localDay } from "../../client-kit/language/format.ts";
import type { LiveStatus } from "../../schema/endpoint/branch-endpoints.ts";
import type { LaterTime } from "../../schema/hall/event.ts";
import { useMe } from "../frame/me.ts";
import { type PlainWord, useWords } from "../words/words.ts";
import { HoursDialog } from "./hours-dialog.tsx";

const LATER_WORD = {
	hours: "hoursLaterClosed",
	"time-zone": "hoursLaterZone",
} as const satisfies Record<LaterTime, PlainWord>;

/** Today's hours of a branch, and the way to change them; what was changed says from when on it holds. */
export function TodayHours({ live }: { readonly live: LiveStatus }) {
	const { t } = useWords();
	const me = useMe();
	const [isOpen, setIsOpen] = useState(false);
	const [later, setLater] = useState<readonly LaterTime[] | null>(null);
	const { branch, at } = live;
	const { opensAt, closesAt, lastTicketAt, timeZone } = branch;
	const today =
		branch.dayStatus === "open" && branch.businessDay !== null ? branch.businessDay : localDay(at, timeZone);
	const isKnown = branch.businessDay === today && opensAt !== null && closesAt !== null && lastTicketAt !== null;
	return (
		<>
			<p className="today-hours">
				{isKnown &&
					t("hoursToday", {
						opens: clockTime(opensAt, timeZone),
						closes: closingTime(closesAt, timeZone),
						last: closingTime(lastTicketAt, timeZone),
					})}{" "}
				{me.may("branch.configure", branch.branchId) && (
					<Button size="small" onClick={() => setIsOpen(true)}>
						{t("hoursChange")}
					</Button>
				)}
			</p>
			{later !== null && (
				<Alert
					role="status"
					type={later.length === 0 ? "success" : "warning"}
					showIcon={false}
					title={later.length === 0 ? t("hoursHold") : later.map((each) => t(LATER_WORD[each])).join(" ")}
				/>
			)}
			{isOpen && (
				<HoursDialog branchId={branch.branchId} today={today} onDone={setLater} onClose={() => setIsOpen(false)} />
			)}
		</>
	);
}
