import { useState } from "react";
import type { PairingRequest } from "../../schema/people/device.ts";
import { ApproveDialog } from "./approve-dialog.tsx";
import { CodeDialog } from "./code-dialog.tsx";

/** Pairing in two steps: the code on the device's screen, then what asks and what it may be. */
export function PairDialog(props: { readonly branchId: string | null; readonly onClose: () => void }) {
	const [asking, setAsking] = useState<{ readonly branchId: string; readonly request: PairingRequest } | null>(null);
	if (asking === null) {
		return (
			<CodeDialog
				branchId={props.branchId}
				onFound={(branchId, request) => setAsking({ branchId, request })}
				onClose={props.onClose}
			/>
		);
	}
	return <ApproveDialog {...asking} onClose={props.onClose} />;
}
