import "../../client-kit/tokens.css";
import "./kiosk.css";
import { render } from "preact";
import { FullNotice } from "./full-notice.tsx";
import { Kiosk } from "./kiosk.tsx";
import { createKioskModel } from "./kiosk-model.ts";
import { say } from "./words.ts";

const query = new URLSearchParams(location.search);
const branchId = query.get("branch");
const page = document.getElementById("page");
if (page !== null) {
	if (branchId === null) {
		render(<FullNotice title={say("deviceTitle")} text={say("noBranchText")} startPage />, page);
	} else {
		const model = createKioskModel(branchId);
		addEventListener("pointerdown", model.touched);
		addEventListener("keydown", model.touched);
		// A long touch is a slow touch here, not a wish for a menu.
		addEventListener("contextmenu", (event) => event.preventDefault());
		render(<Kiosk model={model} branchId={branchId} prints={query.get("print") === "1"} />, page);
	}
}
