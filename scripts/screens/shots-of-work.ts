import type { Page } from "playwright-core";
import { letKeyCustomerLeave } from "./screens-hall.ts";
import { at, type World } from "./screens-world.ts";
import { DESK, inTurn, PHONE, press, type Shot } from "./shot.ts";

const NARROW_PHONE = { width: 320, height: 640 };
const TABLET = { width: 820, height: 1180 };
/** As a desk of 1366 by 768 looks at 200 %. */
const ZOOMED = { width: 683, height: 384 };

/** What staff do at the phone and the counter, step by step. The last of them change the hall where somebody is called. */
export function shotsOfWork(world: World): readonly Shot[] {
	return [...ofPhone(world), ...ofCounter(world)];
}

/** A sheet or dialog comes when it was asked for, on a busy machine a while later. */
const opens =
	(...acts: readonly ((page: Page) => Promise<void>)[]) =>
	async (page: Page) => {
		await inTurn(...acts)(page);
		await page.getByRole("dialog").first().waitFor();
	};

function ofPhone({ busy, closed, calling }: World): readonly Shot[] {
	const manager = `/staff/?${at(busy)}`;
	const english = `${manager}&lang=en`;
	const size = PHONE;
	const more = press("更多");
	const counter = (page: Page) => page.locator(".counter-tile").nth(1).click();
	const ticket = (page: Page) => page.locator("main .row").last().click();
	const goodbye = async (page: Page) => {
		await letKeyCustomerLeave(calling);
		await press("知道了")(page);
		await press("已处理")(page);
		await page.getByText("重点客户即将离店，请送别").waitFor();
	};
	return [
		{ name: "staff-narrow-zh", path: manager, size: NARROW_PHONE },
		{ name: "staff-narrow-en", path: english, size: NARROW_PHONE },
		{ name: "staff-tablet-zh", path: manager, size: TABLET },
		{ name: "staff-all-alerts-zh", path: manager, size, act: (page) => page.getByText(/^还有 \d+ 条提醒$/).click() },
		{ name: "staff-pass-on-zh", path: manager, size, act: opens(press("转交")) },
		{ name: "staff-help-zh", path: manager, size, act: opens(press("求助")) },
		{ name: "staff-help-en-dark", path: english, size, dark: true, act: opens(press("Ask for help")) },
		{ name: "staff-more-zh", path: manager, size, act: opens(more) },
		{ name: "staff-more-en-dark", path: english, size, dark: true, act: opens(press("More")) },
		{ name: "staff-issue-en-dark", path: english, size, dark: true, act: opens(press("Issue a ticket")) },
		{ name: "staff-counter-zh", path: manager, size, act: opens(counter) },
		{ name: "staff-ticket-zh", path: manager, size, act: opens(ticket) },
		{ name: "staff-ticket-en-dark", path: english, size, dark: true, act: opens(ticket) },
		{ name: "staff-transfer-zh", path: manager, size, act: inTurn(opens(ticket), press("转移")) },
		{ name: "staff-cancel-many-zh", path: manager, size, act: inTurn(opens(more), press("批量取消号码")) },
		{ name: "staff-close-day-zh", path: manager, size, act: inTurn(opens(more), press("日终")) },
		{ name: "staff-goodbye-zh", path: `/staff/?${at(calling)}`, size, act: goodbye },
		{ name: "staff-closed-zh", path: `/staff/?${at(closed)}`, size },
		{ name: "staff-guard-zh", path: `${manager}&as=guard`, size },
	];
}

function ofCounter({ busy, calling }: World): readonly Shot[] {
	const serving = `/counter/?${at(busy)}&as=closed-teller&staff=zhao-min`;
	const english = `${serving}&lang=en`;
	const called = `/counter/?${at(calling)}&as=closed-teller&staff=liu-yang`;
	/** Somebody is called here until `finish` has served them; then the counter is free, as the shots after it need. */
	const free = `/counter/?${at(calling)}&as=closed-teller&staff=zhao-min`;
	const size = DESK;
	const key = (name: string) => (page: Page) => page.keyboard.press(name);
	const finish = inTurn(key("s"), (page) => page.getByText("办理中").first().waitFor(), key("f"));
	return [
		{ name: "counter-zoomed-zh", path: serving, size: ZOOMED },
		{ name: "counter-zoomed-en", path: english, size: ZOOMED },
		{ name: "counter-transfer-zh", path: serving, size, act: opens(key("t")) },
		{ name: "counter-transfer-en-dark", path: english, size, dark: true, act: opens(key("t")) },
		{ name: "counter-help-zh", path: serving, size, act: opens(key("a")) },
		{ name: "counter-keys-zh", path: serving, size, act: opens(key("/")) },
		{ name: "counter-called-zh", path: called, size },
		{ name: "counter-closed-zh", path: `/counter/?${at(calling)}&as=closed-teller&staff=sun-lei&counter=4`, size },
		{ name: "counter-take-back-zh", path: free, size, act: finish },
		{ name: "counter-free-en-dark", path: `${free}&lang=en`, size, dark: true },
		{ name: "counter-why-pause-zh", path: free, size, act: opens(key("p")) },
		{ name: "counter-paused-zh", path: free, size, act: inTurn(opens(key("p")), key("1")) },
	];
}
