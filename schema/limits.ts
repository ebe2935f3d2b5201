/** Limits and intervals that more than one layer uses. Units: `_BYTES`, `_CHARS`, `_ROWS`, `_MS`, `_DAYS`; any other value is a count. */
/** Some endpoints accept a long body, from callers with a right to that only: of all others so much is read. Each endpoint's own limit follows from its schema. */
export const BODY_MAX_BYTES = 65_536;
/** A branch's configuration as JSON in UTF-8: commit and snapshot hold it in one row, and a row holds two million. */
export const CONFIGURATION_MAX_BYTES = 800_000;
export const FRAME_MAX_BYTES = 16_384;
export const PAGE_MAX_ROWS = 200;
export const TEXT_MAX_CHARS = 200;
/** Characters as people count them: one of a rare script is one. */
export const PERSON_NAME_MAX_CHARS = 50;
/** A number as it was typed: with country, extension, gaps, and words around it. */
export const WRITTEN_NUMBER_MAX_CHARS = 64;

export const BRANCHES_PER_SUB_BRANCH_MAX = 300;
/** Roles one person may hold at the same time. */
export const ASSIGNMENTS_PER_PERSON_MAX = 20;
/** Lines of one file of people, the first one, which names the columns, not counted. */
export const IMPORT_LINES_MAX = 5_000;
/** People and branches that one import file may change. Each is told before and after the write, and one call can send only so many messages. */
export const IMPORT_CHANGES_MAX = 400;
export const IMPORT_MAX_CHARS = 400_000;

/** A session is looked up again after this long: what was ended elsewhere stops within it. */
export const SESSION_CHECK_EVERY_MS = 30_000;
/** From ending a session or taking a role away to the last command and the last open socket. */
export const REVOCATION_MAX_MS = 60_000;
export const LIVE_TICKET_MAX_MS = 30_000;
export const SOCKETS_PER_SESSION_MAX = 10;
/** A branch, and everybody on its wireless network, may share one address. */
export const SOCKETS_PER_ADDRESS_MAX = 2_000;

/** From the code on a new device's screen to its approval. */
export const PAIRING_MAX_MS = 600_000;
export const PAIRING_POLL_EVERY_MS = 3_000;
/** A device reports no more often than this, and what comes sooner is not written down. */
export const DEVICE_REPORT_EVERY_MS = 300_000;

export const SERVICES_MAX = 40;
export const COUNTERS_MAX = 60;
/** Roles that work at one kind of counter. */
export const COUNTER_ROLES_MAX = 20;
export const STAFF_MAX = 300;
export const SERVICES_PER_TICKET_MAX = 5;
/** How long a closed day can be reopened, if it was closed by mistake. */
export const REOPEN_WITHIN_MS = 600_000;
/** How long after it a finish, no-show, hold or transfer can be taken back at its counter. */
export const TAKE_BACK_WITHIN_MS = 120_000;
/** Waiting, called, serving, held and recently ended tickets of one branch at one moment. */
export const LIVE_TICKETS_MAX = 2_000;
export const TICKETS_PER_DAY_MAX = 9_999;
/** Tickets of one `cancel-tickets`: what a device could give in a few minutes. */
export const CANCELLED_AT_ONCE_MAX = 200;
/** The last places of `LIVE_TICKETS_MAX`, and the last numbers of `TICKETS_PER_DAY_MAX`, that devices and phones leave to staff. */
export const LIVE_TICKETS_OF_STAFF = 200;
export const NUMBERS_OF_STAFF = 500;
export const RECALLS_MAX = 9;
/** Alerts of one branch at one moment that have not ended. */
export const OPEN_ALERTS_MAX = 200;
/** Open help calls but emergencies, which always find room; devices that customers touch leave the rest to staff. */
export const OPEN_HELP_CALLS_MAX = 20;
export const OPEN_HELP_CALLS_OF_DEVICES_MAX = 10;

export const SOCKETS_PER_BRANCH_MAX = 5_000;
/** Calls that are over, of one zone; those still open at a counter are never capped. */
export const PAST_CALLS_PER_ZONE_MAX = 6;
/** A call that is over leaves the screens this long after it was made. */
export const PAST_CALL_SHOWN_MS = 600_000;
export const DISPLAY_NEXT_MAX = 6;

/** Ids of commands that were done are remembered this long, half as long again as a client may go on sending one. */
export const RECENT_COMMANDS_MS = 900_000;
/** However old they are, this many are; and never more than this: eight a second all that time. */
export const RECENT_COMMANDS_MIN = 512;
export const RECENT_COMMANDS_MAX = 8_192;
/** They are forgotten in blocks of this many. */
export const RECENT_BLOCK_IDS = 128;
/** Ids of refused commands are kept apart. */
export const RECENT_REFUSALS_MAX = 1_024;
/** A client drops, with a notice, a command that waited longer than this while offline. */
export const COMMAND_OFFLINE_MAX_MS = 600_000;

export const PING_EVERY_MS = 10_000;
/** A page on which something can be done asks the branch this often; with no answer for the doubt below it says so, within 3 s. */
export const ATTENTIVE_PING_EVERY_MS = 800;
export const ATTENTIVE_DOUBT_MS = 1_400;
export const STALE_AMBER_MS = 15_000;
export const STALE_NOTICE_MS = 60_000;
/** A call older than this is shown after a reconnect, not spoken. */
export const ANNOUNCE_MAX_AGE_MS = 20_000;

/** Days for which the commits of a branch stay, so that a report can be recomputed. */
export const COMMIT_KEEP_DAYS = 35;
/** D1 and objects can be set back no further than 30 days, and this is a day more: so long what D1 has can be sent to it again. */
export const SET_BACK_WITHIN_MS = 2_678_400_000;
/** Entries of one export of the ledger; who needs more asks for a shorter time. */
export const LEDGER_EXPORT_MAX_ROWS = 20_000;
export const ROLLUP_EVERY_MS = 600_000;
/** A figure no older than this needs no word about its age; an older one says it, or is brought up to date when asked for. */
export const FIGURE_FRESH_MS = 15_000;
/** So many commits since the last rollup are a burst: it is sent as soon as it is no longer fresh. */
export const ROLLUP_BURST_COMMITS = 25;
export const HALF_HOUR_MS = 1_800_000;

/** Personal values shown in full are taken away again after this long. */
export const SHOWN_FOR_MS = 60_000;
/** What one person may see in full, look for, or have recognised within an hour. */
export const SHOWS_PER_HOUR_MAX = 60;
export const SEARCHES_PER_HOUR_MAX = 60;
export const RECOGNITIONS_PER_HOUR_MAX = 300;
/** Records of one person in one answer. */
export const PERSON_RECORDS_MAX = 100;
export const RECOGNITION_MAX_MS = 600_000;
export const KEYS_PER_ROTATION_MAX = 200;

/** A service account lasts at most so long, then it needs a new secret. */
export const SERVICE_ACCOUNT_DAYS_MAX = 366;
/** After a new secret the one before goes on for this long, so that a program can be given the new one in peace. */
export const SERVICE_SECRET_OVERLAP_MS = 86_400_000;
/** Secrets of one account that hold at once: the newest, and those before it within the overlap. */
export const SERVICE_SECRETS_MAX = 5;

/** Steps of one case; the last place is kept for the one that closes it. */
export const CASE_STEPS_MAX = 200;
/** Open cases of one branch; what wakes it reads their counts. */
export const OPEN_CASES_MAX = 5_000;
export const CASE_TEXT_MAX_CHARS = 500;
/** Texts of a case shown by one request. */
export const CASE_SHOWN_MAX = 20;
/** How far ahead a case may be due. */
export const CASE_DUE_MAX_DAYS = 366;

/** People on the list of whom referrals go to in turn. */
export const DUTY_ORDER_MAX = 50;
/** How far ahead somebody may say that they are back. */
export const AWAY_MAX_MS = 86_400_000;
/** Fields of one section: properties, and things in its lists. */
export const SECTION_FIELDS_MAX = 400;
/** Branches, or regions, that one version is published to by name. */
export const REACH_BRANCHES_MAX = 200;
/** Branches asked by one call whether a draft fits in there. */
export const CHECKED_AT_ONCE_MAX = 40;
/**
 * Branches told of versions by one turn of the roll-out, which comes every minute: 40,000 within ten minutes. With what a turn reads and
 * writes it is less than half of the 10,000 calls that the platform lets one invocation make on the paid plan.
 */
export const TOLD_PER_TURN_MAX = 4_500;
/** Of those, between two notes of how far it came. */
export const TOLD_AT_ONCE_MAX = 400;
/** Messages a second to all branches together. */
export const TOLD_PER_SECOND_MAX = 100;
/** Of those, told by the call that publishes. */
export const TOLD_WHILE_PUBLISHING_MAX = 40;
