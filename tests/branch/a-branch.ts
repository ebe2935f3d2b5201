import { env } from "cloudflare:workers";
import type { Actor, Role } from "../../schema/actor.ts";
import type { Command } from "../../schema/command.ts";
import type { Answer } from "../../schema/event.ts";
import { defaultConfiguration } from "../../worker/domain/default-configuration.ts";

/** Monday 2026-11-23, 10:00 in Shanghai. */
export const MONDAY_10 = Date.UTC(2026, 10, 23, 2, 0, 0);

let made = 0;

/** A branch id nobody used before: storage is isolated per file, not per test. */
export function newBranchId(): string {
	made += 1;
	return `sh-test${made}${crypto.randomUUID().slice(0, 8)}`;
}

let sent = 0;
export function newCommandId(): string {
	sent += 1;
	return `command-${String(sent).padStart(6, "0")}`;
}

export function staff(branchId: string, role: Role, staffId: string = role): Actor {
	return { kind: "staff", role, staffId, place: { kind: "branch", branchId } };
}

export function kiosk(branchId: string): Actor {
	return { kind: "device", purpose: "kiosk", deviceId: "kiosk-1", place: { kind: "branch", branchId } };
}

export const HEAD_OFFICE: Actor = {
	kind: "staff",
	role: "head-office-operator",
	staffId: "head-office",
	place: { kind: "bank" },
};

/** A configured branch whose clock stands at `at` until a test moves it. */
export async function aBranch(at: number = MONDAY_10) {
	const branchId = newBranchId();
	const stub = () => env.BRANCH.getByName(branchId);
	const send = async (actor: Actor, command: Command, commandId = newCommandId()): Promise<Answer> =>
		stub().execute({ commandId, command }, actor);
	await stub().setClock({ kind: "virtual", at, speed: 0 });
	const configuration = defaultConfiguration({
		branchId,
		name: { zh: "测试支行", en: "Test branch" },
		region: { zh: "上海", en: "Shanghai" },
		kind: "standard",
	});
	await send(HEAD_OFFICE, { type: "configure", configuration });
	return {
		branchId,
		stub,
		send,
		configuration,
		setTime: (to: number) => stub().setClock({ kind: "virtual", at: to, speed: 0 }),
	};
}
