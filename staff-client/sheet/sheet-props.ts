import type { DoneAnswer } from "../../client-kit/live/command-outbox.ts";
import type { May } from "../../rules/holding.ts";
import type { Hall } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import type { OpenSheet } from "./open-sheet.ts";

/** What every sheet of the phone works with. */
export type SheetProps = {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly staffId: string;
	readonly desk: Desk;
	readonly may: May;
	/** A number was given; it is shown as soon as no other sheet is open. */
	readonly onIssued: (answer: DoneAnswer) => void;
	/** Another sheet in place of this one. */
	readonly onOpen: (sheet: OpenSheet) => void;
	readonly onClose: () => void;
};
