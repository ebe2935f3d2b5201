import "../../client-kit/tokens.css";
import "./kiosk.css";
import { render } from "preact";
import { type PairedDevice, pairedDevice } from "../../client-kit/session/device-key.ts";
import { keepReporting } from "../../client-kit/session/device-report.ts";
import { goToPairing } from "../../client-kit/session/device-session.ts";
import { Kiosk } from "./kiosk.tsx";
import { createKioskModel } from "./kiosk-model.ts";

const query = new URLSearchParams(location.search);
const page = document.getElementById("page");
if (page !== null) void pairedDevice("kiosk").then((device) => begin(page, device));

function begin(page: HTMLElement, device: PairedDevice | undefined): void {
	const branchId = query.get("branch") ?? device?.branchId;
	if (branchId === undefined) return goToPairing("kiosk");
	if (device?.branchId === branchId) keepReporting({ kind: "device", purpose: "kiosk", branchId });
	const model = createKioskModel(branchId);
	addEventListener("pointerdown", model.touched);
	addEventListener("keydown", model.touched);
	// A long touch is a slow touch here, not a wish for a menu.
	addEventListener("contextmenu", (event) => event.preventDefault());
	render(<Kiosk model={model} branchId={branchId} prints={query.get("print") === "1"} />, page);
}
