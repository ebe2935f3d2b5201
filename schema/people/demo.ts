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
		/** Absent: somebody on the branch's list who has the role. */
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

/** How one demo branch is kept alive. */
export const DemoBranchKind = z.enum(["living", "quiet", "closed"]);
export const DemoInfo = z.object({
	branches: z.array(z.object({ branchId: BranchId, name: Bilingual, demo: DemoBranchKind })),
});
export type DemoInfo = z.infer<typeof DemoInfo>;

/** The branch's clock: real time, or from `at` onwards at `speed` branch seconds per real second (0: it stands). */
export const ClockBody = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("real") }),
	z.strictObject({
		kind: z.literal("virtual"),
		/** Epoch milliseconds; never before what the branch has already seen. */
		at: z.number().int().min(0).max(8_640_000_000_000_000),
		speed: z.number().min(0).max(100_000),
	}),
]);
export type ClockBody = z.infer<typeof ClockBody>;
