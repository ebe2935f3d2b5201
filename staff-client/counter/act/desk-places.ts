/** All that is done at a counter waits for its answer in one place: there is one customer at a time. */
export const COUNTER_PLACE = "counter";
/** A call for help waits apart: it must go through while something else hangs. */
export const HELP_PLACE = "help";
