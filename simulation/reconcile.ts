import type { DayReport } from "../schema/hall/report.ts";
import type { OvertakeAudit } from "./overtake-audit.ts";
import type { ReplayBooks } from "./replay-books.ts";

/**
 * Where the replay's own books, the log and the day's report disagree, in words; empty when all three tell the same
 * day. For a day on which nobody but the replay acted.
 */
export function disagreements(books: ReplayBooks, audit: OvertakeAudit, report: DayReport | null): string[] {
	const faults: string[] = [];
	const compare = (what: string, seen: number, told: number) => {
		if (seen !== told) faults.push(`${what}: the replay saw ${seen}, the branch tells ${told}`);
	};
	compare("tickets in the log", books.issued, audit.tickets);
	if (report === null) return faults;
	compare("issued", books.issued, report.tickets.issued);
	compare("served", books.served, report.tickets.served);
	compare("no-shows", books.noShows, report.tickets.noShows);
	compare("cancelled", books.cancelled, report.tickets.cancelled);
	compare("unserved", books.unserved, report.tickets.unserved);
	compare("recalls", books.recalls, report.recalls);
	compare("transfers", books.transfers, report.transfers);
	compare("returns", books.returns, report.returns);
	compare("most overtakes", audit.most, report.overtakes.most);
	return faults;
}
