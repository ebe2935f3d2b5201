import { regionOf } from "../../rules/institution.ts";
import type { BranchConfiguration, BranchKind } from "../../schema/hall/configuration.ts";
import type { Bilingual } from "../../schema/ids.ts";
import type { DemoInfo } from "../../schema/people/demo.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";
import { demoStaffOf } from "../../worker/domain/bank/demo-people.ts";
import type { BranchApi } from "./branch-api.ts";

export type DemoBranch = DemoInfo["branches"][number];

const REGIONS: Readonly<Record<string, Bilingual>> = {
	sh: { zh: "上海", en: "Shanghai" },
	bj: { zh: "北京", en: "Beijing" },
	gz: { zh: "广州", en: "Guangzhou" },
};
const KINDS: Readonly<Record<DemoBranch["demo"], BranchKind>> = {
	living: "wealth_branch",
	quiet: "standard",
	closed: "convenience",
};
/** A convenience branch has one counter of each kind and one more for cash. */
const CONVENIENCE_COUNTERS = ["1", "2", "5", "8", "10", "12"];

/**
 * The default branch, smaller for a convenience branch, open around the clock where people are to try it at any hour.
 */
export function demoConfiguration({ branchId, name, demo }: DemoBranch): BranchConfiguration {
	const region = REGIONS[regionOf(branchId)] ?? { zh: regionOf(branchId), en: regionOf(branchId) };
	const usual = defaultConfiguration({ branchId, name, region, kind: KINDS[demo] });
	// One kiosk gives the numbers of a whole simulated hall.
	const limits = { ...usual.limits, devicePace: null };
	const standard = { ...usual, limits, staff: demoStaffOf(branchId, usual.staff) };
	switch (demo) {
		case "living":
			return standard;
		case "quiet": {
			const allDay = { opensAt: "00:00", closesAt: "24:00" };
			return { ...standard, calendar: { week: Array.from({ length: 7 }, () => allDay), exceptions: [] } };
		}
		case "closed":
			return { ...standard, counters: standard.counters.filter(({ id }) => CONVENIENCE_COUNTERS.includes(id)) };
		default:
			return demo satisfies never;
	}
}

/** Closes a day that an earlier driver left open, so that a new one can begin. */
export async function closeLeftover(branch: BranchApi, configuration: BranchConfiguration): Promise<void> {
	const status = await branch.status();
	const head = configuration.staff.find((member) => member.role === "branch-head");
	if (status?.status.dayStatus !== "open" || head === undefined) return;
	const commandId = `leftover-${crypto.randomUUID()}`;
	await branch.send(
		{ kind: "staff", staffId: head.id, role: head.role },
		{ commandId, command: { type: "close-day" } },
	);
}

/** A new branch's clock is put to `at` before anything happens there: it could not go back later. */
export async function foundBranch(branch: BranchApi, configuration: BranchConfiguration, at: number): Promise<void> {
	if ((await branch.status()) !== null) return;
	await branch.setClock({ kind: "virtual", at, speed: 0 });
	const answer = await branch.configure(configuration);
	if (answer.status === "refused")
		throw new Error(`${configuration.branchId} refused its configuration: ${answer.code}`);
}
