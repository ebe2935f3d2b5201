import type { Role } from "../../schema/actor.ts";

/** One screen of a branch: the word for its name, for its size or purpose, and its address without the language. */
export type ScreenLink = {
	readonly name: keyof typeof SCREENS;
	readonly text: (typeof SCREENS)[keyof typeof SCREENS];
	readonly address: string;
};

const SCREENS = {
	purposeDisplay: "screenDisplayText",
	screenSpeaking: "screenSpeakingText",
	purposeKiosk: "screenKioskText",
	screenCounterClosed: "screenCounterText",
	screenCounterOpen: "screenCounterText",
	screenCounterRm: "screenCounterText",
	screenPhone: "screenPhoneText",
	screenHead: "screenPhoneText",
	screenConsoleHead: "screenConsoleText",
	screenConsoleOperator: "screenConsoleText",
	screenConsoleHr: "screenConsoleText",
	screenConsoleAuditor: "screenConsoleText",
} as const;

/** What customers see of a branch. */
export function hallScreens(branchId: string): ScreenLink[] {
	return [
		link("purposeDisplay", "/display/", { branch: branchId }),
		link("screenSpeaking", "/display/", { branch: branchId, speak: "1" }),
		link("purposeKiosk", "/kiosk/", { branch: branchId }),
	];
}

/** What staff use, each as somebody of that role. */
export function staffScreens(branchId: string): ScreenLink[] {
	const as = (role: Role) => ({ branch: branchId, as: role });
	return [
		link("screenPhone", "/staff/", as("lobby-manager")),
		link("screenHead", "/staff/", as("branch-head")),
		link("screenCounterClosed", "/counter/", as("closed-teller")),
		link("screenCounterOpen", "/counter/", as("open-teller")),
		link("screenCounterRm", "/counter/", as("relationship-manager")),
		link("screenConsoleHead", "/console/", as("branch-head")),
	];
}

/** What head office uses, each as somebody of that role for the whole bank. */
export function bankScreens(): ScreenLink[] {
	return [
		link("screenConsoleOperator", "/console/", { as: "head-office-operator" }),
		link("screenConsoleHr", "/console/", { as: "human-resources" }),
		link("screenConsoleAuditor", "/console/", { as: "auditor" }),
	];
}

function link(name: keyof typeof SCREENS, path: string, query: Record<string, string>): ScreenLink {
	return { name, text: SCREENS[name], address: `${path}?${new URLSearchParams(query)}` };
}
