import * as z from "zod";
import { Bilingual, Slug } from "./ids.ts";

/** The cues by which a customer of potential is recognised, by kind. */
export const ReasonGroup = z.enum(["large-transaction", "opening", "business-need", "appearance", "information"]);
export type ReasonGroup = z.infer<typeof ReasonGroup>;

export const ReasonCode = z.strictObject({ id: Slug, group: ReasonGroup, name: Bilingual });
export type ReasonCode = z.infer<typeof ReasonCode>;
