import * as z from "zod";

/** Which versions of a section hold at a branch: the number of the bank's, the region's and its own; 0 where there is none. */
export const SectionKey = z.string().regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/);
