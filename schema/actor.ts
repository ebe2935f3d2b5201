import * as z from "zod";
import { NODE_FORMS } from "../rules/institution.ts";
import { ROLES } from "../rules/role.ts";
import { SERVICE_SCOPES } from "../rules/service-scope.ts";
import { BranchId, CounterId, NodeId, Slug, StaffId, TicketId } from "./ids.ts";
import { BRANCHES_PER_SUB_BRANCH_MAX } from "./limits.ts";

/** The roles of the branch and of the institution tree above it. */
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** What a paired device is for; it may do nothing else. */
export const DevicePurpose = z.enum(["display", "kiosk", "counter-pad"]);
export type DevicePurpose = z.infer<typeof DevicePurpose>;

/** What a service account may be let do. */
export const ServiceScope = z.enum(SERVICE_SCOPES);
export type ServiceScope = z.infer<typeof ServiceScope>;

/**
 * Where an actor may act: the whole bank, one region, one sub-branch (its branches are listed, because an id does not
 * tell them), or one branch.
 */
export const Place = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("bank") }),
	z.strictObject({ kind: z.literal("region"), region: z.string().regex(NODE_FORMS.region) }),
	z.strictObject({
		kind: z.literal("sub-branch"),
		nodeId: NodeId,
		branchIds: z.array(BranchId).max(BRANCHES_PER_SUB_BRANCH_MAX),
	}),
	z.strictObject({ kind: z.literal("branch"), branchId: BranchId }),
]);
export type Place = z.infer<typeof Place>;

export const StaffActor = z.strictObject({
	kind: z.literal("staff"),
	staffId: StaffId,
	role: Role,
	place: Place,
});
export type StaffActor = z.infer<typeof StaffActor>;
export const DeviceActor = z.strictObject({
	kind: z.literal("device"),
	deviceId: Slug,
	purpose: DevicePurpose,
	place: Place,
	counterId: CounterId.optional(),
});
export type DeviceActor = z.infer<typeof DeviceActor>;
/** A program of the bank or of a partner. */
export const ServiceActor = z.strictObject({
	kind: z.literal("service"),
	accountId: Slug,
	scopes: z.array(ServiceScope),
	place: Place,
});
export type ServiceActor = z.infer<typeof ServiceActor>;
/** The holder of one ticket's link: the branch resolves the link before anything is decided. */
export const CustomerActor = z.strictObject({ kind: z.literal("customer"), ticketId: TicketId });
/** The branch itself: its alarm. */
export const SystemActor = z.strictObject({ kind: z.literal("system") });

/** Who did it; kept with every commit. */
export const Actor = z.discriminatedUnion("kind", [StaffActor, DeviceActor, ServiceActor, CustomerActor, SystemActor]);
export type Actor = z.infer<typeof Actor>;

/** Who has a credential of their own: a person in one of their roles, a paired device, or a program. */
export const HolderActor = z.discriminatedUnion("kind", [StaffActor, DeviceActor, ServiceActor]);
export type HolderActor = z.infer<typeof HolderActor>;
