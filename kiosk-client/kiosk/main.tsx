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
		render(<Kiosk model={createKioskModel(branchId)} branchId={branchId} prints={query.get("print") === "1"} />, page);
	}
}
