import { z } from "zod";

/** Everything that can be allowed or denied. Endpoints name one; commands map to one each. */
export const Permission = z.enum([
	"ticket.issue",
	"ticket.classify",
	"ticket.cancel-own",
	"ticket.manage",
	"counter.run",
	"counter.sign-on-others",
	"counter.oversee",
	"help.ask",
	"help.accept",
	"day.close",
	"branch.configure",
	"branch.tick",
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
	/** Knock at the live door at all; what may be seen there has a permission of its own. */
	"live.open",
	"live.display",
	"live.staff",
	"live.ticket",
	"live.status",
	/** Open to everybody; the endpoint shows nothing of any branch. */
	"public",
]);
export type Permission = z.infer<typeof Permission>;
