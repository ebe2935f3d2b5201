import { requestId } from "hono/request-id";
import { TrieRouter } from "hono/router/trie-router";
import { Hono } from "hono/tiny";
import type { EndpointName } from "../../schema/endpoint/api.ts";
import { memoryFault } from "../records/memory.ts";
import { credit } from "./case/credit.ts";
import { eraseCase } from "./case/erase-case.ts";
import { cases } from "./case/list-cases.ts";
import * as move from "./case/move-case.ts";
import { exportPerson, searchCases } from "./case/person.ts";
import * as read from "./case/read-case.ts";
import * as version from "./configuration/move-version.ts";
import * as section from "./configuration/read-section.ts";
import * as privacy from "./customer/privacy.ts";
import { recognise } from "./customer/recognition.ts";
import * as device from "./device/device.ts";
import * as pairing from "./device/pairing.ts";
import { problemResponse } from "./door/problem-response.ts";
import { type AppEnv, type Handler, serve } from "./door/serve.ts";
import { branchStatus, configuration, position, ticket, tickets } from "./hall/branch.ts";
import { branches } from "./hall/branch-list.ts";
import { sendCommand } from "./hall/command.ts";
import { forecast } from "./hall/forecast.ts";
import { live } from "./hall/live.ts";
import { liveTicket } from "./hall/live-ticket.ts";
import { oneMoreCounter } from "./hall/one-more-counter.ts";
import { commits, dayReport, dayReports, series, verifyReport } from "./hall/report.ts";
import { renewEpoch, restoreBranch, sendAgain } from "./hall/restore.ts";
import { daySigning, signDay } from "./hall/sign-day.ts";
import { whoIsHere } from "./hall/who-is-here.ts";
import { ledger, ledgerExport, ledgerVerification } from "./ledger/ledger.ts";
import { addNode, changeNode, nodes } from "./people/institution.ts";
import { importPeople } from "./people/people-import.ts";
import { addPerson, changePerson, leave, people, person, resetPassword } from "./people/person.ts";
import * as serviceAccount from "./people/service-account.ts";
import { demo, demoToken, setClock } from "./session/demo.ts";
import { comeFromIdentityProvider, goToIdentityProvider } from "./session/identity-provider.ts";
import * as session from "./session/session.ts";
import { answerHeaders } from "./site/answer-headers.ts";
import { crossOrigin } from "./site/cross-origin.ts";
import { serveDocuments } from "./site/documents.ts";
import { health, readiness } from "./site/health.ts";
import { answerPageNotFound, answerRest } from "./site/rest.ts";

/** Every endpoint of the table has a handler here, or this does not compile. */
const HANDLERS: { readonly [Name in EndpointName]: Handler<Name> } = {
	health,
	readiness,
	branches,
	branchStatus,
	configuration,
	sendCommand,
	tickets,
	ticket,
	position,
	live,
	dayReports,
	forecast,
	oneMoreCounter,
	dayReport,
	daySigning,
	signDay,
	verifyReport,
	commits,
	series,
	restoreBranch,
	renewEpoch,
	sendAgain,
	signIn: session.signIn,
	session: session.session,
	signOut: session.signOut,
	changePassword: session.changePassword,
	setPin: session.setPin,
	lock: session.lock,
	unlock: session.unlock,
	sessions: session.sessions,
	endSession: session.endSession,
	sessionsOfPerson: session.sessionsOfPerson,
	endSessionsOfPerson: session.endSessionsOfPerson,
	endSessionOfPerson: session.endSessionOfPerson,
	liveTicket,
	exportPerson,
	rotateKeys: privacy.rotateKeys,
	recognise,
	openCase: move.openCase,
	openCases: read.openCases,
	caseOwners: read.caseOwners,
	credit,
	whoIsHere,
	case: read.caseOf,
	showCase: read.showCase,
	eraseCase,
	moveCase: move.moveCase,
	cases,
	searchCases,
	startPairing: pairing.startPairing,
	pollPairing: pairing.pollPairing,
	inspectPairing: pairing.inspectPairing,
	approvePairing: pairing.approvePairing,
	denyPairing: pairing.denyPairing,
	devices: device.devices,
	devicesOfBranch: device.devicesOfBranch,
	renameDevice: device.renameDevice,
	revokeDevice: device.revokeDevice,
	deviceChallenge: device.deviceChallenge,
	deviceSession: device.deviceSession,
	reportDevice: device.reportDevice,
	serviceAccounts: serviceAccount.serviceAccounts,
	addServiceAccount: serviceAccount.addServiceAccount,
	rotateServiceSecret: serviceAccount.rotateServiceSecret,
	revokeServiceAccount: serviceAccount.revokeServiceAccount,
	ledger,
	ledgerExport,
	ledgerVerification,
	goToIdentityProvider,
	comeFromIdentityProvider,
	people,
	person,
	addPerson,
	changePerson,
	leave,
	resetPassword,
	importPeople,
	nodes,
	addNode,
	changeNode,
	sections: section.sections,
	sectionAt: section.sectionAt,
	draftVersion: version.draftVersion,
	sectionVersion: section.sectionVersion,
	checkVersion: version.checkVersion,
	approveVersion: version.approveVersion,
	publishVersion: version.publishVersion,
	pauseVersion: version.pauseVersion,
	takeBackVersion: version.takeBackVersion,
	sectionOfBranch: section.sectionOfBranch,
	notices: section.notices,
	prompts: section.prompts,
	demo,
	demoToken,
	setClock,
};

/** The door: everything below `/api`. */
export function createApp(): Hono<AppEnv> {
	// The router that comes with it tries the patterns of all endpoints one by one, for every request.
	const app = new Hono<AppEnv>({ router: new TrieRouter() });
	// Made here: one that a caller chose could be made to look like another call's.
	app.use(requestId({ headerName: "" }));
	app.use(answerHeaders);
	app.use(crossOrigin);
	app.onError((error, context) => {
		const id = context.get("requestId");
		const fault = memoryFault(error);
		// A library would repeat a statement's values, which may be somebody's.
		const about = { requestId: id, error: fault ?? error.stack ?? String(error) };
		console.error(JSON.stringify({ message: fault === null ? "unexpected" : "memory not within reach", ...about }));
		return problemResponse(context, fault === null ? "unexpected" : "not-ready");
	});
	for (const name of Object.keys(HANDLERS) as EndpointName[]) serveByName(app, name);
	serveDocuments(app);
	app.all("/api/*", answerRest);
	app.get("*", answerPageNotFound);
	app.notFound((context) => problemResponse(context, "not-found"));
	return app;
}

function serveByName<Name extends EndpointName>(app: Hono<AppEnv>, name: Name): void {
	serve(app, name, HANDLERS[name]);
}
