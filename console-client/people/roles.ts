import type { Role } from "../../schema/actor.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";

export const ROLES = Object.keys(ROLE_NAMES) as readonly Role[];
