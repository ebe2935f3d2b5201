import type { DoneAnswer } from "../../client-kit/command-outbox.ts";
import type { Role } from "../../schema/actor.ts";
import type { Hall } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import type { LiveHall } from "../live/use-live-hall.ts";

/** What every sheet of the phone works with. */
export type SheetProps = {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly desk: Desk;
	readonly role: Role;
	/** A number was given; it is shown as soon as no other sheet is open. */
	readonly onIssued: (answer: DoneAnswer) => void;
	readonly onClose: () => void;
};
