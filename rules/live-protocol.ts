/** What both ends of a live connection must write alike; the frames themselves stand in `schema/hall/protocol.ts`. */

/**
 * Version 2: a patch groups records by collection in `put` and `remove`. Staff see calls for help in `helps`.
 * Version 3: staff see alerts, help among them, in `alerts`.
 */
export const PROTOCOL_VERSION = 3;
export const PROTOCOL_MIN_VERSION = 2;

/** Chosen by the server; the first WebSocket subprotocol of every live connection. */
export const SUBPROTOCOL = "tingtang";
/** The second subprotocol carries the live ticket, outside the URL: `ticket.<22 characters>`. */
export const TICKET_SUBPROTOCOL_PREFIX = "ticket.";

/** Application close code: "do not retry as you are"; the reason is one of `CloseReason`. */
export const CLOSE_FINAL = 4099;
/** Any other close means: reconnect with full jitter. This one: the ticket was used, is too old or was never given. */
export const CLOSE_TICKET = 4001;
/** And this one: what the session may do has changed; a new ticket says what it may do now. */
export const CLOSE_CHANGED = 4002;

export const PING = "ping";
export const PONG = "pong";
