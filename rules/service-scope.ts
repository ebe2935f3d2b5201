/**
 * What a program may be let do, in any combination: reading how branches stand, today's tickets, reports and configurations,
 * and issuing tickets (which takes reading the configuration too). Nothing that shows personal data, calls anybody, or gives a right.
 */
export const SERVICE_SCOPES = [
	"status.read",
	"tickets.read",
	"reports.read",
	"configuration.read",
	"tickets.issue",
] as const;

export type ServiceScope = (typeof SERVICE_SCOPES)[number];
