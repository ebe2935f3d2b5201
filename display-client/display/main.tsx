import "../../client-kit/tokens.css";
import "./board.css";
import "./calls.css";
import "./strip.css";
import "./still.css";
import "./info.css";
import "./notices.css";
import { render } from "preact";
import { silentAnnouncer, speakingAnnouncer } from "../announcement/announcer.ts";
import { Board } from "./board.tsx";
import { createBoardModel } from "./board-model.ts";
import { inBoth } from "./both.tsx";
import { keepShifting } from "./burn-in.ts";
import { NoticePage } from "./notice-page.tsx";

const query = new URLSearchParams(location.search);
const branchId = query.get("branch");
const page = document.getElementById("page");
if (page !== null) {
	keepShifting(page);
	if (branchId === null) {
		render(<NoticePage title={inBoth("refusedTitle")} text={inBoth("noBranchText")} link />, page);
	} else {
		const announcer = query.get("speak") === "1" ? speakingAnnouncer() : silentAnnouncer();
		const model = createBoardModel({ branchId, zoneId: query.get("zone"), announcer });
		render(<Board model={model} />, page);
	}
}
