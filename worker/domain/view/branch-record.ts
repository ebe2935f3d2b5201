import type { BranchRecord, DayStatus } from "../../../schema/hall/view.ts";
import type { Configured } from "../hall/decision.ts";

/** The branch and its day, as every audience may know them. */
export function branchRecord(state: Configured): BranchRecord {
	const { name, kind, timeZone } = state.configuration;
	return {
		id: "branch",
		branchId: state.branchId,
		name,
		kind,
		timeZone: state.day?.status === "open" ? (state.day.timeZone ?? timeZone) : timeZone,
		businessDay: state.day?.businessDay ?? null,
		dayStatus: dayStatusOf(state),
		opensAt: state.day?.opensAt ?? null,
		closesAt: state.day?.closesAt ?? null,
		lastTicketAt: state.day?.lastTicketAt ?? null,
	};
}

export function dayStatusOf(state: Configured): DayStatus {
	return state.day?.status ?? "not-open";
}
