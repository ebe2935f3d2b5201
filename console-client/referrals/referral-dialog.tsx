import type { ReferralRow, ReferralValues } from "../../schema/customer/referral.ts";
import type { Shown } from "../data/use-shown.ts";
import { ChangeReferral } from "./change-referral.tsx";
import { EraseReferral } from "./erase-referral.tsx";
import { OutcomeDialog } from "./outcome/outcome-dialog.tsx";
import { ShowDialog } from "./show-dialog.tsx";
import { SignDialog } from "./sign-dialog.tsx";

export type ReferralDialogName = "show" | "change" | "sign" | "outcome" | "erase";

/** What is to be done with a record. */
export function ReferralDialog(props: {
	readonly which: ReferralDialogName;
	readonly row: ReferralRow;
	readonly shown: Shown<ReferralValues>;
	readonly onClose: () => void;
}) {
	const { which, row, shown, onClose } = props;
	switch (which) {
		case "show":
			return <ShowDialog row={row} onShown={shown.show} onClose={onClose} />;
		case "change":
			return <ChangeReferral row={row} onClose={onClose} />;
		case "sign":
			return <SignDialog row={row} onClose={onClose} />;
		case "outcome":
			return <OutcomeDialog row={row} shown={shown} onClose={onClose} />;
		case "erase":
			return <EraseReferral row={row} onClose={onClose} />;
		default:
			return which satisfies never;
	}
}
