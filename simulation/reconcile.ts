import type { DayReport } from "../schema/hall/report.ts";
import type { OvertakeAudit } from "./overtake-audit.ts";
import type { ReplayCounts } from "./replay-counts.ts";

/**
 * Where the replay's own counts, the log and the day's report disagree, in words; empty when all three tell the same
 * day. For a day on which nobody but the replay acted.
 */
export function disagreements(counts: ReplayCounts, audit: OvertakeAudit, report: DayReport | null): string[] {
	const faults: string[] = [];
	const compare = (what: string, seen: number, told: number) => {
		if (seen !== told) faults.push(`${what}: the replay saw ${seen}, the branch tells ${told}`);
	};
	compare("tickets in the log", counts.issued, audit.tickets);
	if (report === null) return faults;
	compare("issued", counts.issued, report.tickets.issued);
	compare("served", counts.served, report.tickets.served);
	compare("no-shows", counts.noShows, report.tickets.noShows);
	compare("cancelled", counts.cancelled, report.tickets.cancelled);
	compare("unserved", counts.unserved, report.tickets.unserved);
	compare("recalls", counts.recalls, report.recalls);
	compare("transfers", counts.transfers, report.transfers);
	compare("returns", counts.returns, report.returns);
	compare("most overtakes", audit.most, report.overtakes.most);
	return faults;
}
