import type { StaffActor } from "../../../schema/actor.ts";
import type { Bilingual } from "../../../schema/ids.ts";

/** What signing in needs to know of a person, as the bank's memory has it. */
export type Profile = {
	readonly staffId: string;
	readonly name: Bilingual;
	/** False once the person has left. */
	readonly active: boolean;
	/** Null: no password has been given; the person signs in through the identity provider. */
	readonly passwordHash: string | null;
	/** The password was given by somebody else. */
	readonly mustChangePassword: boolean;
	/** One for each role held, with its place worked out. */
	readonly actors: readonly StaffActor[];
};
