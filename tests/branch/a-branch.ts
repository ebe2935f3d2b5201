import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { Actor, Role } from "../../schema/actor.ts";
import type { Command, Expectation } from "../../schema/hall/command.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { Answer } from "../../schema/hall/event.ts";
import { PAGE_MAX_ROWS } from "../../schema/limits.ts";
import type { AuditPage } from "../../worker/branch/audit.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Monday 2026-11-23, 10:00 in Shanghai. */
export const MONDAY_10 = Date.UTC(2026, 10, 23, 2, 0, 0);
export const MONDAY = "2026-11-23";

let made = 0;

/** A branch id nobody used before: storage is isolated per file, not per test. */
export function newBranchId(region = "sh"): string {
	made += 1;
	return `${region}-test${made}${crypto.randomUUID().slice(0, 8)}`;
}

let sent = 0;
export function newCommandId(): string {
	sent += 1;
	return `command-${String(sent).padStart(6, "0")}`;
}

export function staff(branchId: string, role: Role, staffId: string = role): Actor {
	return { kind: "staff", role, staffId, place: { kind: "branch", branchId } };
}

/** Named as the door names the holder of a demo token, so that both are the same sender. */
export function kiosk(branchId: string): Actor {
	return { kind: "device", purpose: "kiosk", deviceId: "demo-kiosk", place: { kind: "branch", branchId } };
}

export const HEAD_OFFICE: Actor = {
	kind: "staff",
	role: "head-office-operator",
	staffId: "head-office",
	place: { kind: "bank" },
};

/** The branch that ships, under a branch id of its own. */
export function configurationOf(branchId: string): BranchConfiguration {
	const shipped = defaultConfiguration({
		branchId,
		name: { zh: "测试支行", en: "Test branch" },
		region: { zh: "上海", en: "Shanghai" },
		kind: "standard",
	});
	// One kiosk stands for a whole hall.
	return { ...shipped, limits: { ...shipped.limits, devicePace: null } };
}

export type TestBranch = Awaited<ReturnType<typeof aBranch>>;

/** A configured branch whose clock stands at `at` until a test moves it. */
export async function aBranch(
	at: number = MONDAY_10,
	change: (configuration: BranchConfiguration) => BranchConfiguration = (same) => same,
) {
	const branchId = newBranchId();
	// Asked anew each time: a stub that has failed once stays failed.
	const stub = () => env.BRANCH.getByName(branchId);
	const send = async (
		actor: Actor,
		command: Command,
		commandId = newCommandId(),
		expect?: Expectation,
	): Promise<Answer> =>
		stub().execute(expect === undefined ? { commandId, command } : { commandId, command, expect }, actor);
	const setTime = (to: number, speed = 0) => stub().setClock({ kind: "virtual", at: to, speed });
	await setTime(at);
	const configuration = change(configurationOf(branchId));
	doneOf(await send(HEAD_OFFICE, { type: "configure", configuration }));
	return {
		branchId,
		stub,
		send,
		configuration,
		setTime,
		/** Tears its memory down; sockets hibernate. */
		evict: () => evict(branchId),
		/** As `send`, of a command that must succeed. */
		done: async (actor: Actor, command: Command) => doneOf(await send(actor, command)),
	};
}

export function doneOf(answer: Answer): Extract<Answer, { status: "done" }> {
	if (answer.status !== "done") throw new Error(`refused: ${answer.code} ${answer.detail ?? ""}`);
	return answer;
}

/** Evicting what is not awake is no fault: it is what was wanted. */
export async function evict(branchId: string, webSockets: "hibernate" | "close" = "hibernate"): Promise<void> {
	try {
		await evictDurableObject(env.BRANCH.getByName(branchId), { webSockets });
	} catch (error) {
		if (!String(error).includes("not currently running")) throw error;
	}
}

/** All commits of a business day, as the audit shows them. */
export async function commitsOf(branchId: string, businessDay: string): Promise<AuditPage["rows"][number][]> {
	const rows: AuditPage["rows"][number][] = [];
	for (let after: number | null = 0; after !== null; ) {
		const page: AuditPage = await env.BRANCH.getByName(branchId).commits(businessDay, after, PAGE_MAX_ROWS);
		rows.push(...page.rows);
		after = page.nextSeq;
	}
	return rows;
}

/** Waits until `test` holds, for what happens by itself; the error names what was waited for. */
export async function eventually(
	what: string,
	test: () => boolean | Promise<boolean>,
	withinMs = 5_000,
): Promise<void> {
	for (const end = Date.now() + withinMs; Date.now() < end; ) {
		if (await test()) return;
		await scheduler.wait(5);
	}
	throw new Error(`${what}: not within ${withinMs} ms`);
}
