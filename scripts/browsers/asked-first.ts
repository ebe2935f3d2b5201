/** A place that uses something newer, and does without where it is missing. */
export interface AskedFirst {
	/** The file's path begins so; of built scripts without the hash. */
	readonly where: string;
	/** What is used begins so. */
	readonly uses: readonly string[];
	/** What becomes of the page without it. */
	readonly without: string;
}

const A_PROPERTY_NOBODY_USES = "the signals' library gives its effects a property that nobody uses";

export const ASKED_FIRST: readonly AskedFirst[] = [
	{
		where: "staff-client/session/idle-lock.ts",
		uses: ["BroadcastChannel"],
		without: "a page hears of touches on itself only (iOS before 15.4)",
	},
	{
		where: "client-kit/page/hold-focus.ts",
		uses: ["HTMLElement.prototype.inert"],
		without: "what lies behind is hidden from readers, and the focus comes back from there",
	},
	{
		where: "staff-client/staff/my-badge.tsx",
		uses: ["NavigatorBadge.prototype.setAppBadge"],
		without: "the sign of the installed app shows no number; the page does",
	},
	{
		where: "staff-client/alert/ring.ts",
		uses: ["Navigator.prototype.userActivation", "UserActivation.prototype.hasBeenActive"],
		without: "the page rings as far as the browser lets it, which then notes what it refused",
	},
	{
		where: "console-client/schemas-",
		uses: ["Error.captureStackTrace"],
		without: "the contract's library asks for it first, and an error of its own then says less of where it arose",
	},
	{
		where: "staff-client/index-",
		uses: [".dialog::backdrop"],
		without: "the counter alone has it, which runs on Chromium",
	},
	{ where: "display-client/index-", uses: ["Symbol.dispose"], without: A_PROPERTY_NOBODY_USES },
	{ where: "kiosk-client/full-jitter-", uses: ["Symbol.dispose"], without: A_PROPERTY_NOBODY_USES },
];
