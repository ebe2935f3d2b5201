import { SELF } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { HolderActor, Role } from "../../schema/actor.ts";
import { asPromised } from "../schema/as-promised.ts";

/** The address is never looked up: requests go straight to the worker. */
const ORIGIN = "http://tingtang.test";
const HOUR_MS = 3_600_000;

/** Calls the API; a body goes as JSON unless its type is said. What comes back is what the schema promises, or this throws. */
export async function call(path: string, init: RequestInit = {}): Promise<Response> {
	const headers = new Headers(init.headers);
	if (typeof init.body === "string" && !headers.has("Content-Type")) headers.set("Content-Type", "application/json");
	const request = new Request(`${ORIGIN}/api${path}`, { ...init, headers });
	const response = await SELF.fetch(request);
	await asPromised(request.method, request.url, response);
	return response;
}

/** A session's token, or a program's secret; `lastsMs` below zero makes one that is over already. */
export async function token(actor: HolderActor, lastsMs = HOUR_MS): Promise<string> {
	const name = `demo-${crypto.randomUUID().slice(0, 18)}`;
	if (actor.kind === "service") {
		const given = await env.HOLDER.getByName(`service:${name}`).giveSecret({ actor, endsAt: Date.now() + lastsMs });
		if (given === null) throw new Error("revoked");
		return given.token;
	}
	const opened = await env.HOLDER.getByName(`${actor.kind}:${name}`).openForDemo(actor, "a test", lastsMs);
	if (!opened.ok) throw new Error(opened.code);
	return opened.value.token;
}

export async function bearer(actor: HolderActor): Promise<Record<string, string>> {
	return { Authorization: `Bearer ${await token(actor)}` };
}

export function staffAt(role: Role, branchId: string, staffId: string = role): HolderActor {
	return { kind: "staff", role, staffId, place: { kind: "branch", branchId } };
}

export const OPERATOR: HolderActor = {
	kind: "staff",
	role: "head-office-operator",
	staffId: "operator",
	place: { kind: "bank" },
};

export const AUDITOR: HolderActor = { kind: "staff", role: "auditor", staffId: "auditor", place: { kind: "bank" } };

export function deviceAt(purpose: "display" | "kiosk" | "counter-pad", branchId: string): HolderActor {
	return { kind: "device", purpose, deviceId: `${purpose}-1`, place: { kind: "branch", branchId } };
}
