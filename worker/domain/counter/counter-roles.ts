import type { Role } from "../../../schema/actor.ts";
import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import { type BranchConfiguration, CounterKind } from "../../../schema/hall/configuration.ts";

type Known = { readonly configuration: BranchConfiguration; readonly people: readonly BranchPerson[] | null };

const TELLERS = ["closed-teller", "open-teller"] as const satisfies readonly Role[];
const HEADS = ["branch-head", "deputy-head"] as const satisfies readonly Role[];

/**
 * Separation of duties where a branch says nothing: closed (cash) counters are the tellers' alone.
 * At a VIP counter the kind keeps nobody from cash; there only the person's own services do.
 */
const SAFE_ROLES: Readonly<Record<CounterKind, readonly Role[]>> = {
	closed: TELLERS,
	open: [...TELLERS, ...HEADS],
	vip: [...TELLERS, "relationship-manager", ...HEADS],
	smart: [...TELLERS, "lobby-usher", ...HEADS],
	"rm-desk": ["relationship-manager", "marketing-manager", ...HEADS],
};

/** The roles that work at a kind of counter at this branch. */
export function rolesAt({ counterRoles }: BranchConfiguration, kind: CounterKind): readonly Role[] {
	return counterRoles?.[kind] ?? SAFE_ROLES[kind];
}

/** The kinds of counter at which somebody may sit: by any role held at this branch, else by the one configured. */
export function counterKindsOf({ configuration, people }: Known, member: { readonly id: string; readonly role: Role }) {
	const roles = people?.find((person) => person.id === member.id)?.roles ?? [member.role];
	return CounterKind.options.filter((kind) => rolesAt(configuration, kind).some((role) => roles.includes(role)));
}
