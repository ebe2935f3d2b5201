import type { PlainWord, Words } from "../words/words.ts";

/** Words for what stands in the ledger; the names of calls that are on record, and of acts that have no call. */
export const ACT_WORD: Readonly<Record<string, PlainWord>> = {
	"sign-in": "signIn",
	"sign-in-refused": "actSignInRefused",
	"session-ended": "actSessionEnded",
	"commits-closed": "closeDay",
	"commits-set-back": "actSetBack",
	signOut: "signOut",
	lock: "actLock",
	unlock: "actUnlock",
	changePassword: "actChangePassword",
	setPin: "actSetPin",
	endSession: "actEndSession",
	endSessionsOfPerson: "actEndSessionsOfPerson",
	endSessionOfPerson: "actEndSessionOfPerson",
	addPerson: "actAddPerson",
	changePerson: "actChangePerson",
	leave: "actLeave",
	resetPassword: "actResetPassword",
	importPeople: "actImportPeople",
	addNode: "actAddNode",
	changeNode: "actChangeNode",
	signDay: "actSignDay",
	approvePairing: "actApprovePairing",
	denyPairing: "actDenyPairing",
	renameDevice: "actRenameDevice",
	revokeDevice: "actRevokeDevice",
	addServiceAccount: "serviceAdd",
	rotateServiceSecret: "actRotateServiceSecret",
	revokeServiceAccount: "actRevokeServiceAccount",
	ledgerExport: "actLedgerExport",
	recognise: "actRecognise",
	showReferral: "caseShow",
	changeReferral: "actChangeReferral",
	signReferral: "actSignReferral",
	recordOutcome: "actRecordOutcome",
	eraseReferral: "actEraseReferral",
	moveCase: "actMoveCase",
	showCase: "actShowCase",
	searchCases: "actSearchReferrals",
	eraseCase: "actEraseCase",
	searchReferrals: "actSearchReferrals",
	exportPerson: "actExportPerson",
	rotateKeys: "actRotateKeys",
	restoreBranch: "actRestoreBranch",
	renewEpoch: "actRenewEpoch",
	sendAgain: "actSendAgain",
};

/** An act in words; its own name when there are none. */
export function actText(act: string, t: Words["t"]): string {
	const word = ACT_WORD[act];
	return word === undefined ? act : t(word);
}
