import type { Role } from "../../schema/actor.ts";
import type { StaffMember } from "../../schema/hall/configuration.ts";
import type { BranchApi } from "./branch-api.ts";

const HOUR_MS = 3_600_000;

/** A problem of the demo: its text, the role that owns it, and in how many hours it is due; null: as the day ends. */
const PROBLEMS: readonly (readonly [what: string, owner: Role, hours: number | null])[] = [
	["3号柜台叫号器不响，已改为口头叫号", "it-support", 2],
	["填单台老花镜丢失一副，请补齐", "lobby-manager", null],
	["自助机B卡纸，客户改到柜台办理", "lobby-manager", 1],
	["入口防滑垫翘边，老人险些绊倒", "guard", 4],
	["等候区饮水机无热水，等厂家上门", "branch-head", 26],
];

/** A few problems, so that the tasks of a demo branch are not empty; none when there are some already. */
export async function reportProblems(branch: BranchApi): Promise<void> {
	const { staff } = await branch.configuration();
	const status = await branch.status();
	const [manager] = staffIn(staff, "lobby-manager");
	if (status === null || manager === undefined || (await branch.hasOpenCases(manager))) return;
	for (const [what, role, hours] of PROBLEMS) {
		const owner = staffIn(staff, role)[0] ?? manager;
		const dueAt = hours === null ? {} : { dueAt: status.at + hours * HOUR_MS };
		await branch.openCase(manager, { kind: "problem", ownerId: owner.id, ...dueAt, texts: { what } });
	}
}

function staffIn(staff: readonly StaffMember[], role: Role): readonly StaffMember[] {
	return staff.filter((member) => member.role === role);
}
