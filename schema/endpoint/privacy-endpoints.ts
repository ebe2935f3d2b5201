import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import { EXPORT_PERSON, RECOGNISE, ROTATE_KEYS } from "../../rules/routes/privacy.ts";
import { PersonExport } from "../customer/case.ts";
import { RecogniseBody, RecognitionAnswer } from "../customer/customer.ts";
import { PersonQuery } from "../customer/customer-values.ts";
import { NodeId } from "../ids.ts";
import { KEYS_PER_ROTATION_MAX } from "../limits.ts";
import { AtBranch, type Endpoint, WITH_BODY } from "./endpoint.ts";

/** Personal data travels in bodies only, never in a URL: exporting and recognising are POST. */
export const PRIVACY_ENDPOINTS = {
	exportPerson: {
		...EXPORT_PERSON,
		permission: ROUTE_PERMISSIONS.exportPerson,
		params: z.object({ nodeId: NodeId }),
		body: PersonQuery,
		output: PersonExport,
		audit: "show",
		problems: [...WITH_BODY, "too-many-shows"],
	},
	rotateKeys: {
		...ROTATE_KEYS,
		permission: ROUTE_PERMISSIONS.rotateKeys,
		body: z.strictObject({ limit: z.number().int().min(1).max(KEYS_PER_ROTATION_MAX).default(KEYS_PER_ROTATION_MAX) }),
		output: z.object({ rewrapped: z.number().int(), left: z.number().int() }),
		audit: "change",
		problems: WITH_BODY,
	},
	recognise: {
		...RECOGNISE,
		permission: ROUTE_PERMISSIONS.recognise,
		params: AtBranch,
		body: RecogniseBody,
		output: RecognitionAnswer,
		audit: "show",
		evenUnwritten: true,
		problems: [...WITH_BODY, "too-many-shows"],
	},
} as const satisfies Record<string, Endpoint>;
