import * as z from "zod";
import { Bilingual, ServiceId } from "../ids.ts";
import { SERVICES_MAX } from "../limits.ts";

const PAPERS_MAX = 8;

const PaperList = z.array(Bilingual).min(1).max(PAPERS_MAX);

/** What customers are asked to have at hand, by service. */
export const Prompts = z.strictObject({
	services: z.array(z.strictObject({ id: ServiceId, papers: PaperList })).max(SERVICES_MAX),
	/** Of a service that is not named above. */
	others: PaperList,
});
export type Prompts = z.infer<typeof Prompts>;
