import type { Bilingual } from "../../ids.ts";

/** What pages call the parts of a section, by their path in a value; of things in a list without their place there: `classes.rank`. */
export type SectionWords = Readonly<Record<string, Bilingual>>;
