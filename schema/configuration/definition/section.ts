import type * as z from "zod";
import type { BranchConfiguration } from "../../hall/configuration.ts";
import type { Bilingual } from "../../ids.ts";

/** What keeps a value from being good, in a sentence that says what to do. */
export type SectionFault = Bilingual & {
	/** The field it is about, as `fieldsOf` names it. */
	readonly field: string;
};

/** A text that stands where the hall sees it. */
export type PublicText = { readonly field: string; readonly text: Bilingual };

/** What every section has, whichever way a branch keeps it. */
type Common<Value extends object> = {
	readonly name: Bilingual;
	readonly schema: z.ZodType<Value>;
	/** What holds where nobody has published anything. */
	readonly shipped: Value;
	/** Of a value as JSON. */
	readonly maxBytes: number;
	/** What is wrong although each field is as it should be. */
	readonly check: (value: Value) => readonly SectionFault[];
	/** What of it stands where the hall sees it, each with its field. */
	readonly publicTexts?: (value: Value) => readonly PublicText[];
	/** What holds all the same, and somebody should see to; by the day, `YYYY-MM-DD`. */
	readonly heed?: (value: Value, today: string) => readonly SectionFault[];
};

/** What `decide` or a figure needs: a part of the branch's configuration, taken as a commit and checked with all of it. */
export type LiveSection<Value extends object> = Common<Value> & {
	readonly kind: "live";
	/** The part of a configuration that the section is. */
	readonly of: (configuration: BranchConfiguration) => Value;
	/** The configuration with that part. */
	readonly into: (configuration: BranchConfiguration, value: Value) => BranchConfiguration;
};

/** What pages show and a few rules read: kept beside the commits, which name its version alone. */
export type ContentSection<Value extends object> = Common<Value> & { readonly kind: "content" };

export type SectionDefinition<Value extends object = object> = LiveSection<Value> | ContentSection<Value>;

/** Names a section's type of value. */
export function liveSection<Value extends object>(section: LiveSection<Value>): LiveSection<Value> {
	return section;
}

/** As `liveSection`. */
export function contentSection<Value extends object>(section: ContentSection<Value>): ContentSection<Value> {
	return section;
}
