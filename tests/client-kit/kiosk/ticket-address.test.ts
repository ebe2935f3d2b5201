import { expect, it } from "vitest";
import { readTicketAddress } from "../../../kiosk-client/ticket/ticket-address.ts";

const LINK = "0aB-_xyzABCDEFGHIJKL12";
const whole = { branchId: "sh-lujiazui", link: LINK };

it.each([
	`?branch=sh-lujiazui#${LINK}`,
	`?branch=sh-lujiazui#${LINK}?from=singlemessage&isappinstalled=0`,
	`?branch=sh-lujiazui#${LINK}&from=timeline`,
	`?branch=sh-lujiazui#${LINK}%20`,
	`?branch=sh-lujiazui#%20${LINK}`,
	`?branch=sh-lujiazui#${LINK}。`,
	`?branch=sh-lujiazui#${LINK}%E3%80%82`,
	`?branch=sh-lujiazui#${LINK}，请看`,
	`?branch=sh-lujiazui#/${LINK}/`,
	`?branch=sh-lujiazui#${LINK}%`,
	`?branch=sh-lujiazui%23${LINK}`,
	`?branch=sh-lujiazui%20#${LINK}`,
	`?from=groupmessage&branch=sh-lujiazui&lang=en#${LINK}`,
	`?lang=en&amp;branch=sh-lujiazui#${LINK}`,
])("[SCR-4] %s is the ticket's link all the same", (address) => {
	expect(readTicketAddress(address)).toEqual(whole);
});

it("[SCR-4] what is not there is not made up", () => {
	expect(readTicketAddress("?branch=sh-lujiazui#")).toEqual({ branchId: "sh-lujiazui", link: null });
	expect(readTicketAddress(`?branch=sh-lujiazui#${LINK.slice(1)}`)).toEqual({ branchId: "sh-lujiazui", link: null });
	expect(readTicketAddress(`#${LINK}`)).toEqual({ branchId: null, link: LINK });
});
