import { PURPOSE_WORD } from "../../client-kit/words/device-words.ts";
import type { DevicePurpose } from "../../schema/actor.ts";
import type { PairingApproval } from "../../schema/people/device.ts";
import type { Words } from "../words/words.ts";

/** What a device is to become, as far as it has been filled in. */
export type Draft = {
	readonly purpose: DevicePurpose;
	readonly name: string;
	/** Somebody wrote the name: it no longer follows the purpose. */
	readonly named: boolean;
	/** Empty: not chosen yet. */
	readonly counterId: string;
};

export function draftFor(purpose: DevicePurpose, { t }: Pick<Words, "t">): Draft {
	return { purpose, name: t(PURPOSE_WORD[purpose]), named: false, counterId: "" };
}

/** Another purpose, and with it another name unless somebody wrote one. */
export function withPurpose(draft: Draft, purpose: DevicePurpose, { t }: Pick<Words, "t">): Draft {
	return { ...draft, purpose, name: draft.named ? draft.name : t(PURPOSE_WORD[purpose]) };
}

/** What can be sent; null while something is missing. */
export function approvalOf(userCode: string, draft: Draft): PairingApproval | null {
	const name = draft.name.trim();
	const { purpose, counterId } = draft;
	if (name === "") return null;
	switch (purpose) {
		case "display":
		case "kiosk":
			return { userCode, name, purpose };
		case "counter-pad":
			return counterId === "" ? null : { userCode, name, purpose, counterId };
		default:
			return purpose satisfies never;
	}
}
