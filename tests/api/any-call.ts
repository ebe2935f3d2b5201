import { holds } from "../../rules/holding.ts";
import type { Permission } from "../../rules/permission.ts";
import { DevicePurpose, type HolderActor, Role } from "../../schema/actor.ts";
import type { Endpoint } from "../../schema/endpoint/endpoint.ts";
import { deviceAt, OPERATOR } from "./callers.ts";

const LIKELY: Readonly<Record<string, string>> = {
	ticketId: "20261123-A001",
	businessDay: "2026-11-23",
	staffId: "somebody",
	sessionId: "abcdefghijklmnop",
	deviceId: "some-device",
	accountId: "some-program",
	section: "limits",
	versionId: "some-version",
	caseId: `sh-lujiazui_${"0".repeat(24)}`,
};

/** A path with every name filled in. */
export function pathOf(endpoint: Endpoint, branchId: string): string {
	return endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => LIKELY[name] ?? branchId);
}

/** What a call needs besides its path, with every header that the endpoint asks for. */
export function initOf(endpoint: Endpoint, headers: Record<string, string>, body: BodyInit = "{}"): RequestInit {
	const key: Record<string, string> = endpoint.idempotent ? { "Idempotency-Key": crypto.randomUUID() } : {};
	const match: Record<string, string> = endpoint.versioned ? { "If-Match": "1" } : {};
	const init = { method: endpoint.method, headers: { ...key, ...match, ...headers } };
	if (endpoint.body === undefined) return init;
	return { ...init, headers: { "Content-Type": "application/json", ...init.headers }, body };
}

/** Somebody of that branch, or of the whole bank, who may. */
export function allowedActor(permission: Permission, branchId: string): HolderActor {
	const places = [{ kind: "branch", branchId }, { kind: "bank" }] as const;
	const staff = Role.options.flatMap((role) =>
		places.map((place): HolderActor => ({ kind: "staff", role, staffId: role, place })),
	);
	const devices = DevicePurpose.options.map((purpose) => deviceAt(purpose, branchId));
	return [...staff, ...devices].find((actor) => holds(actor, permission)) ?? OPERATOR;
}
