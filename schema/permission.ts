import * as z from "zod";

/** Everything that can be allowed or denied. Endpoints name one; commands map to one each. */
export const Permission = z.enum([
	"ticket.issue",
	"ticket.classify",
	"ticket.cancel-own",
	"ticket.manage",
	"ticket.cancel-many",
	"counter.run",
	"counter.sign-on-others",
	"counter.oversee",
	"help.ask",
	"help.accept",
	"day.close",
	/** Close it before its time without being asked twice, and take back whoever closed it. */
	"day.oversee",
	"branch.configure",
	"branch.tick",
	"branch.staff",
	"branch.set-clock",
	"branch.renew-epoch",
	"command.send",
	"configuration.read",
	"position.read",
	/** How many are ahead and the bound, without the reasons at each counter. */
	"position.read-place",
	"status.read",
	"branches.read",
	"reports.read",
	"commits.read",
	/** Ask for a live connection at all; what may be seen there has a permission of its own. */
	"live.open",
	"live.display",
	"live.staff",
	"live.ticket",
	"live.status",
	/** See, lock and end one's own sessions. */
	"session.own",
	"person.read",
	"person.manage",
	"person.end-sessions",
	"institution.read",
	"institution.manage",
	"device.read",
	"device.approve",
	"device.revoke",
	"device.report",
	/** Ask the bank's directory who a card, number or phone belongs to; the answer never names a segment to a device. */
	"customer.recognise",
	"referral.create",
	/** Masked. */
	"referral.read",
	/** In full, with a reason, on record. */
	"referral.show",
	"referral.change",
	"referral.sign",
	"privacy.search",
	"privacy.export",
	"privacy.erase",
	"privacy.rotate-keys",
	"audit.read",
	"audit.export",
	"audit.verify",
	/** Open to everybody; the endpoint shows nothing of any branch. */
	"public",
]);
export type Permission = z.infer<typeof Permission>;
