import * as z from "zod";
import { NODE_KINDS } from "../rules/institution.ts";
import { Bilingual, NodeId } from "./ids.ts";

export const InstitutionNode = z.object({
	nodeId: NodeId,
	kind: z.enum(NODE_KINDS),
	/** Null for the bank itself. */
	parentId: NodeId.nullable(),
	name: Bilingual,
	/** Rises by one with each change; sent back as `If-Match`. */
	version: z.number().int(),
});
export type InstitutionNode = z.infer<typeof InstitutionNode>;
