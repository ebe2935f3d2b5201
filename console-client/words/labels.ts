import type { Role } from "../../schema/actor.ts";
import type { NodeKind } from "../../schema/institution.ts";
import type { Right } from "../access/grants.ts";
import type { Word } from "./words.ts";

/** Which word stands for which value of the contract; a value without a word does not compile. */
export const ROLE_WORD = {
	"lobby-manager": "roleLobbyManager",
	"lobby-usher": "roleLobbyUsher",
	"stand-in": "roleStandIn",
	"closed-teller": "roleClosedTeller",
	"open-teller": "roleOpenTeller",
	"relationship-manager": "roleRelationshipManager",
	"marketing-manager": "roleMarketingManager",
	"branch-head": "roleBranchHead",
	"deputy-head": "roleDeputyHead",
	"duty-supervisor": "roleDutySupervisor",
	"back-office": "roleBackOffice",
	"it-support": "roleItSupport",
	guard: "roleGuard",
	"retail-department": "roleRetailDepartment",
	"human-resources": "roleHumanResources",
	"head-office-operator": "roleHeadOfficeOperator",
	auditor: "roleAuditor",
} as const satisfies Record<Role, Word>;

export const ROLES = Object.keys(ROLE_WORD) as readonly Role[];

export const KIND_WORD = {
	bank: "kindBank",
	region: "kindRegion",
	"sub-branch": "kindSubBranch",
	branch: "kindBranch",
} as const satisfies Record<NodeKind, Word>;

export const RIGHT_WORD = {
	"branches.read": "rightBranchesRead",
	"status.read": "rightStatusRead",
	"reports.read": "rightReportsRead",
	"commits.read": "rightCommitsRead",
	"session.own": "rightSessionOwn",
	"person.read": "rightPersonRead",
	"person.manage": "rightPersonManage",
	"person.end-sessions": "rightPersonEndSessions",
	"institution.read": "rightInstitutionRead",
	"institution.manage": "rightInstitutionManage",
	"device.read": "rightDeviceRead",
	"device.approve": "rightDeviceApprove",
	"device.revoke": "rightDeviceRevoke",
	"referral.read": "rightReferralRead",
	"referral.show": "rightReferralShow",
	"referral.change": "rightReferralChange",
	"referral.sign": "rightReferralSign",
	"privacy.search": "rightPrivacySearch",
	"privacy.export": "rightPrivacyExport",
	"privacy.erase": "rightPrivacyErase",
	"audit.read": "rightAuditRead",
	"audit.export": "rightAuditExport",
	"audit.verify": "rightAuditVerify",
} as const satisfies Record<Right, Word>;
