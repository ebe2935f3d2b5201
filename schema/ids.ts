import * as z from "zod";
import { NODE_FORMS } from "../rules/institution.ts";

/** A branch: region shard key, a hyphen, and the branch's own code, e.g. `sh-lujiazui`. */
export const BranchId = z
	.string()
	.regex(NODE_FORMS.branch)
	.meta({ description: "region shard key, hyphen, branch code", example: "sh-lujiazui" });
export type BranchId = z.infer<typeof BranchId>;

/**
 * A node of the institution tree: `bank`, a region's shard key (`sh`), a sub-branch (`sh.pudong`) or a branch
 * (`sh-lujiazui`). The form tells the level.
 */
export const NodeId = z.string().regex(/^[a-z0-9]{2,12}([.-][a-z0-9]{2,24})?$/);
export type NodeId = z.infer<typeof NodeId>;

/** A short name inside one branch's configuration (service, counter, zone, class, mode). */
export const SLUG_FORM = /^[a-z0-9][a-z0-9-]{0,31}$/;
export const Slug = z.string().regex(SLUG_FORM);

export const ServiceId = Slug;
export type ServiceId = z.infer<typeof ServiceId>;
export const CounterId = Slug;
export type CounterId = z.infer<typeof CounterId>;
export const ClassId = Slug;
export type ClassId = z.infer<typeof ClassId>;
export const StaffId = Slug;
export type StaffId = z.infer<typeof StaffId>;

/** One or two capitals printed before the number, e.g. `A` in `A012`. */
export const SERIES_FORM = /^[A-Z]{1,2}$/;
export const SeriesId = z.string().regex(SERIES_FORM);
export type SeriesId = z.infer<typeof SeriesId>;

/** The branch's local calendar day, `YYYY-MM-DD`. */
export const BusinessDay = z.iso.date();
export type BusinessDay = z.infer<typeof BusinessDay>;

/** What is printed and called, e.g. `A012`. */
export const TicketNumber = z
	.string()
	.regex(/^[A-Z]{1,2}\d{3,5}$/)
	.meta({ description: "as printed and called", example: "A012" });
export type TicketNumber = z.infer<typeof TicketNumber>;

/** Business day without hyphens, then the printed number: `20261121-A012`; unique in one branch for ever. */
export const TicketId = z.string().regex(/^\d{8}-[A-Z]{1,2}\d{3,5}$/);
export type TicketId = z.infer<typeof TicketId>;

/** Chosen by the sender, once per intention; a repeat gets the first answer again. */
export const CommandId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
export type CommandId = z.infer<typeof CommandId>;

/** Secret of one ticket's page: 128 random bits, base64url without padding. */
export const TicketLink = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export type TicketLink = z.infer<typeof TicketLink>;

/** Milliseconds since 1970-01-01T00:00Z on the branch's clock. */
export const EpochMs = z.number().int().min(0).max(8_640_000_000_000_000);

/** Text in the two languages of the product, Chinese first. */
export const Bilingual = z.strictObject({ zh: z.string().min(1).max(120), en: z.string().min(1).max(200) });
export type Bilingual = z.infer<typeof Bilingual>;
