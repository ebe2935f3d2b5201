import * as z from "zod";
import { ReasonCode } from "../../reason-code.ts";
import { REASON_CODES as SHIPPED_CODES } from "../../shipped-reason-codes.ts";
import { asCalled } from "../../text/public-text.ts";
import { contentSection, type SectionFault } from "../definition/section.ts";
import { REASON_CODES_NAME } from "./words.ts";

const CODES_MAX = 60;
const MAX_BYTES = 12_000;

const ReasonCodes = z.strictObject({ codes: z.array(ReasonCode).min(1).max(CODES_MAX) });
export type ReasonCodes = z.infer<typeof ReasonCodes>;

/** Why a customer is recognised as one to introduce: the tiles of the phone, and what a record may name. */
export const REASON_CODES = contentSection<ReasonCodes>({
	kind: "content",
	name: REASON_CODES_NAME,
	schema: ReasonCodes,
	shipped: { codes: [...SHIPPED_CODES] },
	maxBytes: MAX_BYTES,
	check: ({ codes }): SectionFault[] =>
		codes.flatMap(({ id, name }, at) => {
			const isTwin = codes.slice(0, at).some((each) => isCalledAlike(each.name, name) || each.id === id);
			if (!isTwin) return [];
			return [
				{
					field: `codes.${id}`,
					zh: `“${name.zh}”与前面的原因重名或代码相同：请改名，或删除其中一个`,
					en: `“${name.en}” is called the same as a reason before it, or has its code: rename one, or take it out`,
				},
			];
		}),
});

function isCalledAlike(one: ReasonCode["name"], other: ReasonCode["name"]): boolean {
	return asCalled(one.zh) === asCalled(other.zh) || asCalled(one.en) === asCalled(other.en);
}
