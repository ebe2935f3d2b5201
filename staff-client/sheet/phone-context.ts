import { createContext, useContext } from "react";
import type { DoneAnswer } from "../../client-kit/live/command-outbox.ts";
import type { May } from "../../rules/holding.ts";
import type { Hall } from "../hall/hall.ts";
import type { Desk } from "../live/use-desk.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import type { OpenSheet } from "./open-sheet.ts";

/** What every part of the phone's page works with, however deep it stands. */
export type Phone = {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly staffId: string;
	readonly desk: Desk;
	readonly may: May;
	/** A number was given; it is shown as soon as no other sheet is open. */
	readonly onIssued: (answer: DoneAnswer) => void;
	/** Another sheet in place of this one. */
	readonly onOpen: (sheet: OpenSheet) => void;
	/** Closes the open sheet. */
	readonly onClose: () => void;
};

export const PhoneContext = createContext<Phone | null>(null);

export function usePhone(): Phone {
	const phone = useContext(PhoneContext);
	if (phone === null) throw new Error("outside of the phone's page");
	return phone;
}
