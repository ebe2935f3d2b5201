/**
 * `npm run screens [-- NAME…]`: photographs every screen in its states into docs/screens/, from a server of its own with a
 * hall of synthetic customers. Look at what changed before committing it.
 */
import { mkdir } from "node:fs/promises";
import type { Page } from "playwright-core";
import { launchChromium } from "../tests/browser/chromium.ts";
import { startLocalServer } from "./local-server.ts";
import { bankFor } from "./screens-bank.ts";
import { fill, hallFor, lobbyManager } from "./screens-hall.ts";

const FOLDER = "docs/screens";
const SETTLE_MS = 1_800;
const SCREEN = { width: 1920, height: 1080 };
const PORTRAIT = { width: 1080, height: 1920 };
const DESK = { width: 1366, height: 768 };
const CONSOLE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

type Shot = {
	readonly name: string;
	readonly path: string;
	readonly size: { readonly width: number; readonly height: number };
	readonly dark?: true;
	readonly act?: (page: Page) => Promise<void>;
};

const server = await startLocalServer();
const busy = await hallFor(server.url, "sh-thebund");
const empty = await hallFor(server.url, "sh-empty");
const closed = await hallFor(server.url, "sh-closed");
await fill(busy);
await fill(closed);
await bankFor(server.url, busy.branchId);
await closed.send(lobbyManager(closed.branchId), { type: "close-day" });
const kiosk = { kind: "device", purpose: "kiosk", branchId: busy.branchId } as const;
const issued = await busy.send(kiosk, { type: "issue-ticket", services: ["cash"] });
const link = issued.status === "done" ? (issued.link ?? "") : "";
const of = (hall: { readonly branchId: string }) => `branch=${hall.branchId}`;
const click = (text: string) => (page: Page) => page.getByText(text).first().click();
const OPERATOR = "as=head-office-operator";
const RM_OF_BUSY = `as=relationship-manager&${of(busy)}`;

const SHOTS: readonly Shot[] = [
	{ name: "display-landscape-zh", path: `/display/?${of(busy)}`, size: SCREEN },
	{ name: "display-portrait-zh", path: `/display/?${of(busy)}`, size: PORTRAIT },
	{ name: "display-empty", path: `/display/?${of(empty)}`, size: SCREEN },
	{ name: "display-closed", path: `/display/?${of(closed)}`, size: SCREEN },
	{ name: "display-unknown-branch", path: "/display/?branch=sh-nowhere", size: SCREEN },
	{ name: "kiosk-start-zh", path: `/kiosk/?${of(busy)}`, size: PORTRAIT },
	{ name: "kiosk-start-en", path: `/kiosk/?${of(busy)}&lang=en`, size: PORTRAIT },
	{ name: "kiosk-confirm-zh", path: `/kiosk/?${of(busy)}`, size: PORTRAIT, act: click("转账汇款") },
	{
		name: "kiosk-ticket-zh",
		path: `/kiosk/?${of(busy)}`,
		size: PORTRAIT,
		act: async (page) => {
			await click("转账汇款")(page);
			await page.getByRole("button", { name: "取号", exact: true }).click();
		},
	},
	{ name: "kiosk-large-type-zh", path: `/kiosk/?${of(busy)}`, size: PORTRAIT, act: click("大字版") },
	{ name: "kiosk-closed-zh", path: `/kiosk/?${of(closed)}`, size: PORTRAIT },
	{ name: "ticket-waiting-zh", path: `/ticket/?${of(busy)}#${link}`, size: PHONE },
	{ name: "ticket-waiting-en", path: `/ticket/?${of(busy)}&lang=en#${link}`, size: PHONE },
	{ name: "ticket-unknown-zh", path: `/ticket/?${of(busy)}#${"x".repeat(22)}`, size: PHONE },
	{ name: "counter-serving-zh", path: `/counter/?${of(busy)}&as=closed-teller&staff=liu-yang`, size: DESK },
	{
		name: "counter-serving-en-dark",
		path: `/counter/?${of(busy)}&as=closed-teller&staff=zhao-min&lang=en`,
		size: DESK,
		dark: true,
	},
	{ name: "counter-choose-zh", path: `/counter/?${of(empty)}&as=closed-teller`, size: DESK },
	{ name: "staff-busy-zh", path: `/staff/?${of(busy)}`, size: PHONE },
	{ name: "staff-busy-en-dark", path: `/staff/?${of(busy)}&lang=en`, size: PHONE, dark: true },
	{
		name: "staff-issue-zh",
		path: `/staff/?${of(busy)}`,
		size: PHONE,
		act: (page) => page.getByRole("button", { name: "取号" }).click(),
	},
	{ name: "staff-empty-zh", path: `/staff/?${of(empty)}`, size: PHONE },
	{
		name: "staff-offline-zh",
		path: `/staff/?${of(busy)}`,
		size: PHONE,
		act: async (page) => {
			await page.context().setOffline(true);
			await page.waitForTimeout(17_000);
		},
	},
	{ name: "pair-landscape", path: "/pair/?for=display", size: SCREEN },
	{ name: "pair-portrait", path: "/pair/?for=kiosk", size: PORTRAIT },
	{ name: "approve-code-en-dark", path: `/approve/?${of(busy)}&lang=en`, size: PHONE, dark: true },
	{
		name: "approve-decide-zh",
		path: `/approve/?${of(busy)}`,
		size: PHONE,
		act: async (page) => {
			const screen = await page.context().newPage();
			await screen.goto(`${server.url}/pair/?for=display`);
			const code = await screen.locator("[data-code]").getAttribute("data-code");
			await page.getByLabel("屏幕上的配对码").fill(code ?? "");
			await page.getByRole("button", { name: "查看设备" }).click();
		},
	},
	{ name: "console-branches-zh", path: `/console/?${OPERATOR}#/branches`, size: CONSOLE },
	{
		name: "console-branch-en-dark",
		path: `/console/?${OPERATOR}&lang=en#/branches/${busy.branchId}`,
		size: CONSOLE,
		dark: true,
	},
	{ name: "console-people-zh", path: `/console/?${OPERATOR}#/people`, size: CONSOLE },
	{
		name: "console-roles-zh",
		path: `/console/?${OPERATOR}#/people/100002`,
		size: CONSOLE,
		act: click("修改姓名和岗位"),
	},
	{ name: "console-institution-zh", path: `/console/?${OPERATOR}#/institution`, size: CONSOLE },
	{ name: "console-ledger-zh", path: "/console/?as=auditor#/ledger", size: CONSOLE },
	{ name: "console-referrals-zh", path: `/console/?${RM_OF_BUSY}#/referrals`, size: CONSOLE },
	{ name: "console-denied-zh", path: `/console/?${RM_OF_BUSY}#/people`, size: CONSOLE },
	{ name: "start-zh", path: "/", size: DESK },
	{ name: "start-en", path: "/?lang=en", size: DESK },
];

await mkdir(FOLDER, { recursive: true });
const browser = await launchChromium();
const wanted = process.argv.slice(2);
for (const { name, path, size, dark, act } of SHOTS) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	const context = await browser.newContext({ viewport: size, colorScheme: dark ? "dark" : "light" });
	const page = await context.newPage();
	await page.goto(server.url + path);
	await page.waitForTimeout(SETTLE_MS);
	await act?.(page);
	await page.waitForTimeout(SETTLE_MS / 2);
	await page.screenshot({ path: `${FOLDER}/${name}.png` });
	await context.close();
	console.log(name);
}
await browser.close();
await server.stop();
