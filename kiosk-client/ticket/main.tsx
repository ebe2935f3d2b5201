import "../../client-kit/tokens.css";
import "./ticket.css";
import { render } from "preact";
import { alertWhenCalled } from "./call-alert.ts";
import { readTicketAddress } from "./ticket-address.ts";
import { createTicketModel } from "./ticket-model.ts";
import { Gone, TicketPage } from "./ticket-page.tsx";

const { branchId, link } = readTicketAddress(location.search + location.hash);
const page = document.getElementById("page");
if (page !== null) {
	if (branchId === null || link === null) {
		render(<Gone />, page);
	} else {
		const model = createTicketModel(branchId, link);
		alertWhenCalled(model);
		render(<TicketPage model={model} />, page);
	}
}
// Another code scanned in the same tab changes the fragment only: it is another ticket.
addEventListener("hashchange", () => location.reload());
