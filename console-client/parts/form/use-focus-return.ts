import { useEffect, useState } from "react";
import { focusKeeper } from "../../../client-kit/page/hold-focus.ts";

/** When this dialog closes the keyboard is back where it was when it opened. */
export function useFocusReturn(): void {
	const [giveBack] = useState(() => focusKeeper(document.activeElement));
	useEffect(() => giveBack, [giveBack]);
}
