import type { Locator, Page } from "playwright-core";
import { syntheticCustomer } from "../../worker/domain/customer/synthetic-customer.ts";
import { type aHall, COUNTER, PHONE } from "./a-hall.ts";

type Hall = Awaited<ReturnType<typeof aHall>>;

/** The demo directory's seed. */
const DEMO_SEED = 20261121;
/** Whose manager is Ma Jun, by the demo's directory. */
const VALUED = Array.from({ length: 200 }, (_, index) => syntheticCustomer(DEMO_SEED, index)).find(
	({ segment }, index) => segment === "high" && index % 3 === 1,
);
if (VALUED === undefined) throw new Error("the demo has nobody of that segment");
/**
 * Promised within a second where nothing else is at work; here as many pages as there are processors are. No page looks
 * by itself so soon: what is seen by then was told.
 */
const SEEN_WITHIN_MS = 20_000;

const LOADED_WITHIN_MS = 60_000;

const OPENED = {
	lobby: ["/staff/?as=lobby-manager", PHONE, "zh-CN"],
	counter: ["/counter/?as=closed-teller&staff=liu-yang", COUNTER, "zh-CN"],
	ma: ["/staff/?as=relationship-manager&staff=ma-jun", PHONE, "zh-CN"],
	xu: ["/staff/?as=relationship-manager&staff=xu-na", PHONE, "en"],
	head: ["/staff/?as=branch-head", PHONE, "en"],
} as const;
export type Who = keyof typeof OPENED;
/** On whose page something is there by then, or gone. */
export type Seen = readonly [who: Who, what: (page: Page) => Locator, state?: "visible" | "detached"];

export const alertsOn = (page: Page) => page.getByRole("region", { name: /^(提醒|Alerts)$/ });
/** What a page tells in its alerts. */
export const says = (text: string | RegExp) => (page: Page) => alertsOn(page).getByText(text).first();

/** The pages of a lobby manager, a teller, two managers and the head at once; managers are asked in the order Ma Jun, Xu Na. */
export async function fivePages(hall: Hall, closed: readonly Who[] = []) {
	const { branchId } = hall;
	await hall.waitUntilMorning();
	await hall.openCounter("liu-yang", "2");
	const kiosk = await hall.tokenFor({ kind: "device", purpose: "kiosk", branchId });
	const head = await hall.tokenFor({ kind: "staff", role: "branch-head", branchId });
	await hall.send(head, { type: "set-duty-order", staffIds: ["ma-jun", "xu-na"] });
	const pages = new Map<Who, Page>();
	const open = async (who: Who) => {
		const [path, size, locale] = OPENED[who];
		const { page } = await hall.open(path, size, locale);
		await page
			.getByText(/厅内无人等候|Nobody is waiting|暂无可办的等候客户/)
			.first()
			.waitFor({ timeout: LOADED_WITHIN_MS });
		pages.set(who, page);
	};
	await Promise.all((Object.keys(OPENED) as Who[]).filter((who) => !closed.includes(who)).map(open));
	const on = (who: Who): Page => {
		const page = pages.get(who);
		if (page === undefined) throw new Error(`${who} has no page`);
		return page;
	};
	const measured: string[] = [];

	/** Something is done, and then these are on the pages; how long it took is noted. */
	async function step(what: string, act: () => Promise<unknown>, seen: readonly Seen[]): Promise<void> {
		const begun = performance.now();
		await act();
		const took = async ([who, shown, state = "visible"]: Seen) => {
			await shown(on(who)).waitFor({ state, timeout: SEEN_WITHIN_MS });
			return `${who} ${Math.round(performance.now() - begun)} ms`;
		};
		measured.push(`${what}: ${(await Promise.all(seen.map(took))).join(", ")}`);
	}

	/** A customer of value holds a card to the kiosk, and takes no number. */
	async function recognise(): Promise<void> {
		const headers = { Authorization: `Bearer ${kiosk}`, "Content-Type": "application/json" };
		const body = JSON.stringify({ by: "card", value: VALUED?.card });
		const response = await fetch(`${hall.base}/api/branches/${branchId}/recognitions`, {
			method: "POST",
			headers,
			body,
		});
		if (!response.ok) throw new Error(await response.text());
	}
	return { isThere: (who: Who) => pages.has(who), measured, on, recognise, step };
}
export type FivePages = Awaited<ReturnType<typeof fivePages>>;

export const NAME = "欧阳晓明";
const MASKED = "欧阳*明";
export const tap = (page: Page, name: string | RegExp) =>
	page.getByRole("button", { name, exact: true }).first().click();

/** The customer is recognised by card, and the lobby manager offers them: two taps and a name. */
export async function offered({ isThere, on, recognise, step }: FivePages, seen: readonly Seen[]): Promise<void> {
	await step("card", recognise, [
		["lobby", says("重点客户到店")],
		...(isThere("ma") ? [["ma", says("重点客户到店")] as const] : []),
	]);
	await tap(on("lobby"), "推介");
	await on("lobby").keyboard.type(NAME);
	await step("offer", () => tap(on("lobby"), "大额现金"), seen);
	await tap(on("lobby"), "完成");
}

/** Xu Na accepts, stands beside the customer, and records what came of it; whoever watches over the lobby sees each. */
export async function accepted({ on, step }: FivePages): Promise<void> {
	await step("accept", () => tap(on("xu"), "I'll come"), [
		["lobby", says(/徐娜.?正在过来，客户由您陪同/)],
		["head", says(/Xu Na is coming/)],
	]);
	await step("met", () => tap(on("xu"), "I am with the customer"), [
		["lobby", says(/正在过来/), "detached"],
		["head", alertsOn, "detached"],
		["xu", (page) => page.getByRole("region", { name: "Records that wait for your signature" })],
	]);
}

export async function concluded({ on, step }: FivePages, seen: readonly Seen[]): Promise<void> {
	const xu = on("xu");
	await xu.getByRole("region", { name: "Records that wait for your signature" }).getByRole("button").first().click();
	await xu.getByRole("dialog").getByText(MASKED).first().waitFor();
	await tap(xu, "Record the outcome");
	await xu.getByLabel("Product").fill("Treasury bonds");
	await xu.getByLabel("Amount (yuan)").fill("200,000");
	await step("outcome", () => tap(xu, "Send"), [["xu", (page) => page.getByText(/Sale made/).first()], ...seen]);
}
