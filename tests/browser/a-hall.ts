import type { Browser, BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { LiveStatus } from "../../schema/endpoint/branch-endpoints.ts";
import type { Command } from "../../schema/hall/command.ts";
import type { Answer } from "../../schema/hall/event.ts";
import type { StatusRecord } from "../../schema/hall/view.ts";
import type { DemoTokenBody } from "../../schema/people/demo.ts";
import { defaultConfiguration } from "../../worker/domain/bank/default-configuration.ts";

export const SCREEN = { width: 1920, height: 1080 };
export const KIOSK = { width: 1080, height: 1920 };
export const COUNTER = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

const JSON_BODY = { "Content-Type": "application/json" };
const AROUND_THE_CLOCK = { opensAt: "00:00", closesAt: "24:00" };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Of the branch's zone of time, and of the morning there. */
const ZONE_MS = 8 * HOUR_MS;
const NINE_MS = 9 * HOUR_MS;

let halls = 0;

/**
 * A fresh configured branch, open whenever the test runs, with the means to act in it by API and to open its pages.
 * `base`: the address of another server than the one for all tests. `serviceNames`: other Chinese names, by service id.
 */
export async function aHall(
	browser: Browser,
	base = inject("serverUrl"),
	serviceNames: Readonly<Record<string, string>> = {},
) {
	halls += 1;
	const branchId = `sh-hall${halls}${crypto.randomUUID().slice(0, 6)}`;
	const operator = await tokenFor({ kind: "staff", role: "head-office-operator" });
	const configuration = defaultConfiguration({
		branchId,
		name: { zh: "外滩支行", en: "The Bund" },
		region: { zh: "上海", en: "Shanghai" },
		kind: "standard",
	});
	const week = configuration.calendar.week.map(() => AROUND_THE_CLOCK);
	const calendar = { week, exceptions: [] };
	const services = configuration.services.map((service) => ({
		...service,
		name: { ...service.name, zh: serviceNames[service.id] ?? service.name.zh },
	}));
	await send(operator, { type: "configure", configuration: { ...configuration, services, calendar } });

	async function tokenFor(body: DemoTokenBody): Promise<string> {
		const response = await fetch(`${base}/api/demo/tokens`, {
			method: "POST",
			headers: JSON_BODY,
			body: JSON.stringify(body),
		});
		return ((await response.json()) as { token: string }).token;
	}

	async function send(token: string, command: Command): Promise<Answer> {
		const response = await fetch(`${base}/api/branches/${branchId}/commands`, {
			method: "POST",
			headers: { Authorization: `Bearer ${token}`, "Idempotency-Key": crypto.randomUUID(), ...JSON_BODY },
			body: JSON.stringify({ command }),
		});
		if (!response.ok) throw new Error(`${command.type}: ${await response.text()}`);
		return ((await response.json()) as { answer: Answer }).answer;
	}

	async function status(): Promise<StatusRecord> {
		const response = await fetch(`${base}/api/branches/${branchId}/status`, {
			headers: { Authorization: `Bearer ${operator}` },
		});
		return LiveStatus.parse(await response.json()).status;
	}

	/** Signs a member of staff on at a counter and returns that person's token. */
	async function openCounter(staffId: string, counterId: string): Promise<string> {
		const token = await tokenFor({ kind: "staff", role: "open-teller", branchId, staffId });
		await send(token, { type: "open-counter", counterId });
		return token;
	}

	/** A page of this branch in a browser of its own, at the size it is used at; page errors fail the test. */
	async function open(
		path: string,
		viewport: { width: number; height: number },
		locale = "zh-CN",
	): Promise<{ page: Page; context: BrowserContext }> {
		const context = await browser.newContext({ viewport, locale, serviceWorkers: "block" });
		const page = await context.newPage();
		page.on("pageerror", (error) => {
			throw error;
		});
		const [address, fragment] = path.split("#");
		const joint = address?.includes("?") ? "&" : "?";
		await page.goto(`${base}${address}${joint}branch=${branchId}${fragment === undefined ? "" : `#${fragment}`}`);
		return { page, context };
	}

	let aheadMs = 0;

	/** Puts the branch's clock forward by so many milliseconds; it goes on from there. */
	async function putClockForward(ms: number): Promise<void> {
		aheadMs += ms;
		const response = await fetch(`${base}/api/branches/${branchId}/clock`, {
			method: "PUT",
			headers: { Authorization: `Bearer ${operator}`, ...JSON_BODY },
			body: JSON.stringify({ kind: "virtual", at: Date.now() + aheadMs, speed: 1 }),
		});
		if (!response.ok) throw new Error(await response.text());
	}

	/** Until nine in the morning: whatever the hour, hours are left before the day of the branch is over. */
	async function waitUntilMorning(): Promise<void> {
		const sinceNine = (Date.now() + ZONE_MS - NINE_MS) % DAY_MS;
		await putClockForward(DAY_MS - sinceNine);
	}

	return { base, branchId, open, openCounter, putClockForward, waitUntilMorning, send, status, tokenFor };
}
