import { useEffect, useState } from "react";
import { focusKeeper } from "../../../client-kit/page/hold-focus.ts";

/** When the dialog closes, gives the focus back to the element that had it when the dialog opened. */
export function useFocusReturn(): void {
	const [giveBack] = useState(() => focusKeeper(document.activeElement));
	useEffect(() => giveBack, [giveBack]);
}
