import "../../client-kit/tokens.css";
import "../../client-kit/page/cover-page.css";
import "../parts/layout.css";
import "../parts/controls.css";
import "../sign-in/frame.css";
import "./counter.css";
import { type PairedDevice, pairedDevice } from "../../client-kit/session/device-key.ts";
import { keepReporting } from "../../client-kit/session/device-report.ts";
import { workAsPad } from "../../client-kit/session/session.ts";
import { mountPage } from "../live/mount-page.tsx";
import { CounterPage } from "./counter-page.tsx";

void pairedDevice("counter-pad").then(begin);

/** A machine paired as a counter pad is one wherever its address leads within its branch. */
function begin(pad: PairedDevice | undefined): void {
	const asked = new URLSearchParams(location.search).get("branch");
	if (pad !== undefined && asked === null) {
		return location.replace(`?${new URLSearchParams({ branch: pad.branchId })}`);
	}
	if (pad !== undefined && pad.branchId === asked) {
		workAsPad(pad);
		keepReporting({ kind: "device", purpose: "counter-pad", branchId: pad.branchId });
	}
	mountPage(<CounterPage />, "counterTitle");
}
