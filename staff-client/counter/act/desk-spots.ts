/** All that is done at a counter waits for its answer at one spot: there is one customer at a time. */
export const COUNTER_SPOT = "counter";
/** A call for help waits apart: it must go through while something else hangs. */
export const HELP_SPOT = "help";
