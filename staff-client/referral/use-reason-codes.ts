import { useEffect } from "react";
import { tellCodes } from "../../client-kit/words/case/told-codes.ts";
import { SECTION_OF_BRANCH } from "../../rules/routes/configuration.ts";
import type { ReasonCodes } from "../../schema/configuration/reason-codes/reason-codes.ts";
import type { ReasonCode } from "../../schema/reason-code.ts";
import { REASON_CODES } from "../../schema/shipped-reason-codes.ts";
import type { Cases } from "../case/use-cases.ts";
import type { Hall } from "../hall/hall.ts";
import { useReading } from "../live/use-reading.ts";

const SECTION = "reason-codes";

/** The reasons that hold at this branch: read again when the live hall says that others have been published. */
export function useReasonCodes(hall: Hall, { branchId, credential }: Cases): readonly ReasonCode[] {
	const key = hall.sections.get(SECTION)?.key;
	const input = { params: { branchId, section: SECTION }, query: { key } } as const;
	const { data } = useReading(SECTION_OF_BRANCH, input, credential, { enabled: key !== undefined });
	const published = key === undefined ? undefined : (data?.value as ReasonCodes | undefined)?.codes;
	useEffect(() => {
		tellCodes("referral", "reasonCode", published ?? REASON_CODES);
	}, [published]);
	return published ?? REASON_CODES;
}
