/** Every maximum that crosses a layer; the unit is the last word of the name. */
export const BODY_MAX_BYTES = 65_536;
export const FRAME_MAX_BYTES = 16_384;
export const PAGE_MAX_ROWS = 200;
export const TEXT_MAX_CHARS = 200;

export const SERVICES_MAX = 40;
export const COUNTERS_MAX = 60;
export const STAFF_MAX = 300;
export const SERVICES_PER_TICKET_MAX = 5;
/** Waiting, called, serving, held and recently ended tickets of one branch at one moment. */
export const LIVE_TICKETS_MAX = 2_000;
export const TICKETS_PER_DAY_MAX = 9_999;
export const RECALLS_MAX = 9;
export const OPEN_HELP_CALLS_MAX = 20;

export const SOCKETS_PER_BRANCH_MAX = 5_000;
export const DISPLAY_CALLS_MAX = 12;
export const DISPLAY_NEXT_MAX = 6;

/** How many recent command ids a branch remembers: more than its busiest ten minutes. */
export const RECENT_COMMANDS_MAX = 512;
/** A client drops, with a notice, a command that waited longer than this while offline. */
export const COMMAND_OFFLINE_MAX_MS = 600_000;

export const PING_EVERY_MS = 10_000;
export const STALE_AMBER_MS = 15_000;
export const STALE_NOTICE_MS = 60_000;
/** A call older than this is shown after a reconnect, not spoken. */
export const ANNOUNCE_MAX_AGE_MS = 20_000;

/** Days for which the commits of a branch stay, so that a report can be recomputed. */
export const COMMIT_KEEP_DAYS = 35;
export const ROLLUP_EVERY_MS = 600_000;
export const HALF_HOUR_MS = 1_800_000;
