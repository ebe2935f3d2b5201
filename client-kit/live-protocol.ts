/** The parts of the live protocol a client needs at run time; the contract's own file would bring the schemas along. */
export const PROTOCOL = 2;
export const SUBPROTOCOL = "tingtang";
export const TICKET_SUBPROTOCOL_PREFIX = "ticket.";
/** Close code: do not retry as you are; the reason is a `CloseReason`. */
export const CLOSE_FINAL = 4099;
export const PING = "ping";
export const PONG = "pong";
