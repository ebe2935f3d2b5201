/** Referrals and the personal data in them: personal data travels in bodies, never in an address. */

export const CREATE_REFERRAL = {
	name: "createReferral",
	method: "POST",
	path: "/branches/:branchId/referrals",
} as const;
export const REFERRALS = { name: "referrals", method: "GET", path: "/branches/:branchId/referrals" } as const;
export const REFERRAL = { name: "referral", method: "GET", path: "/branches/:branchId/referrals/:referralId" } as const;
export const SHOW_REFERRAL = {
	name: "showReferral",
	method: "POST",
	path: "/branches/:branchId/referrals/:referralId/shown",
} as const;
export const CHANGE_REFERRAL = {
	name: "changeReferral",
	method: "PUT",
	path: "/branches/:branchId/referrals/:referralId",
} as const;
export const SIGN_REFERRAL = {
	name: "signReferral",
	method: "POST",
	path: "/branches/:branchId/referrals/:referralId/signature",
} as const;
export const RECORD_OUTCOME = {
	name: "recordOutcome",
	method: "PUT",
	path: "/branches/:branchId/referrals/:referralId/outcome",
} as const;
export const ERASE_REFERRAL = {
	name: "eraseReferral",
	method: "POST",
	path: "/branches/:branchId/referrals/:referralId/erasure",
} as const;
export const SEARCH_REFERRALS = {
	name: "searchReferrals",
	method: "POST",
	path: "/branches/:branchId/referrals/search",
} as const;
export const EXPORT_PERSON = {
	name: "exportPerson",
	method: "POST",
	path: "/nodes/:nodeId/personal-data/export",
} as const;
export const ROTATE_KEYS = { name: "rotateKeys", method: "POST", path: "/keys/rotation" } as const;
export const RECOGNISE = { name: "recognise", method: "POST", path: "/branches/:branchId/recognitions" } as const;
