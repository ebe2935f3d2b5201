/**
 * What a program may be let do, each by a name of its own: reading how branches stand, today's tickets, reports and
 * configurations, and issuing a ticket. Nothing that shows personal data, calls anybody, or gives a right.
 */
export const SERVICE_SCOPES = [
	"status.read",
	"tickets.read",
	"reports.read",
	"configuration.read",
	"tickets.issue",
] as const;

export type ServiceScope = (typeof SERVICE_SCOPES)[number];
