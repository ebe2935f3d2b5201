import type { Role } from "../../../schema/actor.ts";

/** Whose post the lobby is. */
export const LOBBY_ROLES: readonly Role[] = ["lobby-manager", "stand-in"];
