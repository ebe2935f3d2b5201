import type { ComponentType, LazyExoticComponent } from "react";
import type { IconName } from "../../react-kit/icon.tsx";
import { definitionOf, REMINDED_KINDS } from "../../rules/case/kinds.ts";
import type { Right } from "../../rules/permission.ts";
import { laterView } from "../parts/later-view.tsx";
import type { PlainWord } from "../words/words.ts";

export type Section = {
	readonly id: string;
	readonly word: PlainWord;
	readonly icon: IconName;
	/** With none of them the section is left out of the navigation; coming by its address, one meets the server's refusal. */
	readonly needs: readonly Right[];
	readonly View: LazyExoticComponent<ComponentType>;
};

/** The sections in the order of the navigation; each is loaded when it is first looked at. */
export const SECTIONS: readonly Section[] = [
	{
		id: "branches",
		word: "navBranches",
		icon: "branches",
		needs: ["branches.read", "reports.read"],
		View: laterView(() => import("../branches/branches-view.tsx")),
	},
	{
		id: "days",
		word: "navDays",
		icon: "days",
		needs: ["reports.read"],
		View: laterView(() => import("../days/days-view.tsx")),
	},
	{
		id: "configuration",
		word: "navConfiguration",
		icon: "configuration",
		needs: ["configuration.look"],
		View: laterView(() => import("../configuration/configuration-view.tsx")),
	},
	{
		id: "people",
		word: "navPeople",
		icon: "people",
		needs: ["person.read"],
		View: laterView(() => import("../people/people-view.tsx")),
	},
	{
		id: "institution",
		word: "navInstitution",
		icon: "institution",
		needs: ["institution.read"],
		View: laterView(() => import("./institution-section.tsx")),
	},
	{
		id: "devices",
		word: "navDevices",
		icon: "devices",
		needs: ["device.read"],
		View: laterView(() => import("../devices/devices-view.tsx")),
	},
	{
		id: "services",
		word: "services",
		icon: "services",
		needs: ["service-account.read"],
		View: laterView(() => import("../services/services-view.tsx")),
	},
	{
		id: "cases",
		word: "cases",
		icon: "cases",
		needs: REMINDED_KINDS.map((kind) => definitionOf(kind).rights.read),
		View: laterView(() => import("../cases/cases-view.tsx")),
	},
	{
		id: "referrals",
		word: "referrals",
		icon: "referrals",
		needs: ["referral.create", "privacy.export"],
		View: laterView(() => import("../cases/cases-view.tsx")),
	},
	{
		id: "ledger",
		word: "navLedger",
		icon: "ledger",
		needs: ["audit.read"],
		View: laterView(() => import("../ledger/ledger-view.tsx")),
	},
	{
		id: "mine",
		word: "mySessions",
		icon: "person",
		needs: ["session.own"],
		View: laterView(() => import("../mine/mine-view.tsx")),
	},
];
