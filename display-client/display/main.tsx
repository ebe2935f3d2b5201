import "../../client-kit/tokens.css";
import "./board.css";
import "./calls.css";
import "./strip.css";
import "./still.css";
import "./info.css";
import "./notices.css";
import "./counter-screen.css";
import { render } from "preact";
import { type PairedDevice, pairedDevice } from "../../client-kit/session/device-key.ts";
import { keepReporting } from "../../client-kit/session/device-report.ts";
import { goToPairing } from "../../client-kit/session/device-session.ts";
import { silentAnnouncer, speakingAnnouncer } from "../announcement/announcer.ts";
import { Board } from "./board.tsx";
import { createBoardModel } from "./board-model.ts";
import { keepShifting } from "./burn-in.ts";

const query = new URLSearchParams(location.search);
const page = document.getElementById("page");
if (page !== null) void pairedDevice("display").then((device) => begin(page, device));

function begin(page: HTMLElement, device: PairedDevice | undefined): void {
	keepShifting(page);
	const branchId = query.get("branch") ?? device?.branchId;
	if (branchId === undefined) return goToPairing("display");
	if (device?.branchId === branchId) keepReporting({ kind: "device", purpose: "display", branchId });
	const own = device?.branchId === branchId ? device.counterId : undefined;
	const announcer = query.get("speak") === "1" ? speakingAnnouncer() : silentAnnouncer();
	const counterId = query.get("counter") ?? own ?? null;
	const zoneId = counterId === null ? query.get("zone") : null;
	const model = createBoardModel({ branchId, zoneId, counterId, announcer });
	render(<Board model={model} />, page);
}
