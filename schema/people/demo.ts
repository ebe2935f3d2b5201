import * as z from "zod";
import { DevicePurpose, Role } from "../actor.ts";
import { Bilingual, BranchId, CounterId, StaffId } from "../ids.ts";

/** Ask for a token of one role at one branch; only in demo mode, and it expires. */
export const DemoTokenBody = z.discriminatedUnion("kind", [
	z.strictObject({
		kind: z.literal("staff"),
		role: Role,
		/** Absent: a token for the whole bank. */
		branchId: BranchId.optional(),
		/** Absent: the first person of the branch's configuration, or of the demo above its branches, who has this role; if there is none, the id `demo-` and the role. */
		staffId: StaffId.optional(),
	}),
	z.strictObject({
		kind: z.literal("device"),
		purpose: DevicePurpose,
		branchId: BranchId,
		counterId: CounterId.optional(),
	}),
]);
export type DemoTokenBody = z.infer<typeof DemoTokenBody>;

export const DemoToken = z.object({
	token: z.string(),
	expiresAt: z.number().int(),
	/** The staff or device id the token speaks for. */
	holder: z.string(),
});
export type DemoToken = z.infer<typeof DemoToken>;

/** What the demo does with a branch: it plays a recorded day, keeps the branch open to try out, or only fills in days that are past. */
export const DemoBranchKind = z.enum(["living", "quiet", "closed"]);
export const DemoInfo = z.object({
	branches: z.array(z.object({ branchId: BranchId, name: Bilingual, demo: DemoBranchKind })),
});
export type DemoInfo = z.infer<typeof DemoInfo>;

/** The branch's clock: real time, or from `at` onwards at `speed` branch seconds per real second (0: time stands still). */
export const ClockBody = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("real") }),
	z.strictObject({
		kind: z.literal("virtual"),
		/** Epoch milliseconds; a time before the branch's last commit is raised to that commit's. */
		at: z.number().int().min(0).max(8_640_000_000_000_000),
		speed: z.number().min(0).max(100_000),
	}),
]);
export type ClockBody = z.infer<typeof ClockBody>;
