import type { Right } from "../../rules/permission.ts";
import type { ENDPOINTS, EndpointName } from "../../schema/api.ts";

/** The right that each call of the console needs; the compiler compares it with the endpoint's own. */
const RIGHTS = {
	branches: "branches.read",
	branchStatus: "status.read",
	dayReports: "reports.read",
	dayReport: "reports.read",
	verifyReport: "commits.read",
	session: "session.own",
	sessions: "session.own",
	endSession: "session.own",
	changePassword: "session.own",
	setPin: "session.own",
	sessionsOfPerson: "person.end-sessions",
	endSessionsOfPerson: "person.end-sessions",
	people: "person.read",
	person: "person.read",
	addPerson: "person.manage",
	changePerson: "person.manage",
	leave: "person.manage",
	resetPassword: "person.manage",
	importPeople: "person.manage",
	nodes: "institution.read",
	addNode: "institution.manage",
	changeNode: "institution.manage",
	devices: "device.read",
	devicesOfBranch: "device.read",
	inspectPairing: "device.approve",
	approvePairing: "device.approve",
	denyPairing: "device.approve",
	renameDevice: "device.approve",
	revokeDevice: "device.revoke",
	referrals: "referral.read",
	referral: "referral.read",
	showReferral: "referral.show",
	changeReferral: "referral.change",
	signReferral: "referral.sign",
	recordOutcome: "referral.sign",
	eraseReferral: "privacy.erase",
	searchReferrals: "privacy.search",
	exportPerson: "privacy.export",
	ledger: "audit.read",
	ledgerExport: "audit.export",
	ledgerVerification: "audit.verify",
} as const satisfies { readonly [Name in EndpointName]?: (typeof ENDPOINTS)[Name]["permission"] };

/** The right a call was refused for; null for a call that the console does not make. */
export function rightNeeded(endpoint: string): Right | null {
	// The one command that the console sends.
	if (endpoint === "sendCommand") return "branch.configure";
	return endpoint in RIGHTS ? RIGHTS[endpoint as keyof typeof RIGHTS] : null;
}
