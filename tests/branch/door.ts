import { SELF } from "cloudflare:test";
import type { Actor } from "../../schema/actor.ts";
import type { Command, Expectation } from "../../schema/hall/command.ts";
import { Answer } from "../../schema/hall/event.ts";
import { LiveTicket } from "../../schema/hall/live-ticket.ts";
import { DemoToken, type DemoTokenBody } from "../../schema/people/demo.ts";
import { Problem } from "../../schema/problem.ts";
import { asPromised } from "../schema/as-promised.ts";

/** The address is never looked up: requests go straight to the worker. */
export const ORIGIN = "http://tingtang.test";

/** Calls the door; what comes back is what the schema promises, or this throws. */
export async function fetchDoor(path: string, init: RequestInit = {}): Promise<Response> {
	const request = new Request(`${ORIGIN}/api${path}`, init);
	const response = await SELF.fetch(request);
	await asPromised(request.method, request.url, response);
	return response;
}

const given = new Map<string, Promise<string>>();

/** A token from the door itself, for a sender whom the object knows by the same name; asked for once. */
export function tokenOf(actor: Actor): Promise<string> {
	const body = JSON.stringify(bodyFor(actor));
	const token = given.get(body) ?? askForToken(body);
	given.set(body, token);
	return token;
}

async function askForToken(body: string): Promise<string> {
	const headers = { "Content-Type": "application/json" };
	const response = await fetchDoor("/demo/tokens", { method: "POST", headers, body });
	return DemoToken.parse(await response.json()).token;
}

function bodyFor(actor: Actor): DemoTokenBody {
	if (actor.kind !== "staff" && actor.kind !== "device") throw new Error(`no token for a ${actor.kind}`);
	const branchId = actor.place.kind === "branch" ? { branchId: actor.place.branchId } : {};
	if (actor.kind === "staff") return { kind: "staff", role: actor.role, staffId: actor.staffId, ...branchId };
	if (actor.place.kind !== "branch") throw new Error("a device stands in a branch");
	const counter = actor.counterId === undefined ? {} : { counterId: actor.counterId };
	return { kind: "device", purpose: actor.purpose, branchId: actor.place.branchId, ...counter };
}

/** One command over HTTP; a problem is told as the refusal it stands for. `credential`: `Bearer …` or `Link …`. */
export async function postCommand(
	branchId: string,
	credential: string,
	request: { commandId: string; command: Command; expect?: Expectation | undefined },
): Promise<Answer> {
	const { commandId, ...body } = request;
	const response = await fetchDoor(`/branches/${branchId}/commands`, {
		method: "POST",
		headers: { "Content-Type": "application/json", "Idempotency-Key": commandId, Authorization: credential },
		body: JSON.stringify(body),
	});
	const value: unknown = await response.json();
	if (response.ok) return Answer.parse((value as { answer: unknown }).answer);
	const { code, detail } = Problem.parse(value);
	if (code === "not-ready") throw new Error("the branch did not answer");
	return { status: "refused", code, ...(detail === undefined ? {} : { detail }) };
}

/** A live ticket from the door, or the problem why there is none. `credential`: `token.…`, `link.…` or null. */
export async function liveTicket(
	branchId: string,
	audience: string,
	credential: string | null,
	headers: Record<string, string> = {},
): Promise<{ readonly ticket: string } | Problem> {
	const scheme = credential?.startsWith("link.") ? "Link" : "Bearer";
	const value = credential?.slice(credential.indexOf(".") + 1);
	const authorization: Record<string, string> = value === undefined ? {} : { Authorization: `${scheme} ${value}` };
	const response = await fetchDoor(`/branches/${branchId}/live-tickets`, {
		method: "POST",
		headers: { "Content-Type": "application/json", ...authorization, ...headers },
		body: JSON.stringify({ audience }),
	});
	const answer: unknown = await response.json();
	return response.ok ? LiveTicket.parse(answer) : Problem.parse(answer);
}
