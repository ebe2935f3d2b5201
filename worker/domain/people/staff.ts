import type { Role } from "../../../schema/actor.ts";
import type { BranchPerson } from "../../../schema/hall/branch-person.ts";
import type { BranchConfiguration, CounterKind, StaffMember } from "../../../schema/hall/configuration.ts";

type Known = { readonly configuration: BranchConfiguration; readonly people: readonly BranchPerson[] | null };

/** At which kinds of counter a role works; whoever is named in the configuration has the skills written there instead. */
const COUNTER_KINDS: { readonly [Name in Role]?: readonly CounterKind[] } = {
	"closed-teller": ["closed"],
	"open-teller": ["open"],
	// At a VIP counter too, where that also does cash: no cash at their hands.
	"relationship-manager": ["rm-desk"],
	"marketing-manager": ["rm-desk"],
	"lobby-usher": ["smart"],
	"branch-head": ["closed", "open", "vip", "smart", "rm-desk"],
	"deputy-head": ["closed", "open", "vip", "smart", "rm-desk"],
};

/** Worked out once per configuration and list of people, so that views may compare by identity. */
const known = new WeakMap<BranchConfiguration, { readonly people: Known["people"]; readonly staff: StaffMember[] }>();

/**
 * Who works here, and what each may do at a counter. Once the bank's books have spoken (`people` is not null) they alone
 * say who; the configuration says what, and for whom it does not know, or knows in another role, the role does.
 */
export function staffOf({ configuration, people }: Known): readonly StaffMember[] {
	const before = known.get(configuration);
	if (before !== undefined && before.people === people) return before.staff;
	const staff = people === null ? configuration.staff : people.map((person) => memberOf(configuration, person));
	known.set(configuration, { people, staff });
	return staff;
}

function memberOf(configuration: BranchConfiguration, { id, name, roles }: BranchPerson): StaffMember {
	const configured = configuration.staff.find((each) => each.id === id);
	if (configured !== undefined && roles.includes(configured.role)) return { ...configured, name };
	const role = roles.find((each) => COUNTER_KINDS[each] !== undefined) ?? roles[0];
	if (role === undefined) throw new Error(`${id} works here in no role`);
	return { id, name, role, services: servicesOf(configuration, roles) };
}

function servicesOf(configuration: BranchConfiguration, roles: readonly Role[]): string[] {
	const kinds = new Set(roles.flatMap((role) => COUNTER_KINDS[role] ?? []));
	const modes = configuration.counters.flatMap((counter) => counter.modes).filter((mode) => kinds.has(mode.kind));
	return [...new Set(modes.flatMap((mode) => mode.services))];
}
