import { at, type World } from "./screens-world.ts";
import { click, DESK, inTurn, PHONE, PORTRAIT, press, SCREEN, type Shot } from "./shot.ts";

const CUT_FOR_MS = 17_000;

/** The screens customers see, and the pages of those who serve them. */
export function shotsOfHall({ busy, empty, closed, calling, link, calledLink }: World): readonly Shot[] {
	return [
		{ name: "display-landscape-zh", path: `/display/?${at(busy)}`, size: SCREEN },
		{ name: "display-calls-zh", path: `/display/?${at(calling)}`, size: SCREEN },
		{ name: "display-calls-portrait-zh", path: `/display/?${at(calling)}`, size: PORTRAIT },
		{ name: "display-counter-zh", path: `/display/?${at(calling)}&counter=1`, size: SCREEN },
		{ name: "display-portrait-zh", path: `/display/?${at(busy)}`, size: PORTRAIT },
		{ name: "display-empty", path: `/display/?${at(empty)}`, size: SCREEN },
		{ name: "display-closed", path: `/display/?${at(closed)}`, size: SCREEN },
		{ name: "display-unknown-branch", path: "/display/?branch=sh-nowhere", size: SCREEN },
		{ name: "kiosk-start-zh", path: `/kiosk/?${at(busy)}`, size: PORTRAIT },
		{ name: "kiosk-start-en", path: `/kiosk/?${at(busy)}&lang=en`, size: PORTRAIT },
		{ name: "kiosk-confirm-zh", path: `/kiosk/?${at(busy)}`, size: PORTRAIT, act: click("转账汇款") },
		{
			name: "kiosk-ticket-zh",
			path: `/kiosk/?${at(busy)}`,
			size: PORTRAIT,
			act: inTurn(click("转账汇款"), press("取号")),
		},
		{ name: "kiosk-large-type-zh", path: `/kiosk/?${at(busy)}`, size: PORTRAIT, act: click("大字版") },
		{
			name: "kiosk-recognise-zh",
			path: `/kiosk/?${at(busy)}`,
			size: PORTRAIT,
			act: (page) => page.getByRole("button", { name: /插卡/ }).click(),
		},
		{ name: "kiosk-help-zh", path: `/kiosk/?${at(busy)}`, size: PORTRAIT, act: press("我需要帮忙") },
		{ name: "kiosk-closed-zh", path: `/kiosk/?${at(closed)}`, size: PORTRAIT },
		{ name: "ticket-waiting-zh", path: `/ticket/?${at(busy)}#${link}`, size: PHONE },
		{ name: "ticket-waiting-en", path: `/ticket/?${at(busy)}&lang=en#${link}`, size: PHONE },
		{ name: "ticket-called-zh", path: `/ticket/?${at(calling)}#${calledLink}`, size: PHONE },
		{ name: "ticket-unknown-zh", path: `/ticket/?${at(busy)}#${"x".repeat(22)}`, size: PHONE },
		{
			name: "staff-own-day-zh",
			path: `/staff/?${at(busy)}&as=closed-teller&staff=liu-yang`,
			size: PHONE,
			act: inTurn(press("更多"), press("我的今天")),
		},
		{ name: "counter-serving-zh", path: `/counter/?${at(busy)}&as=closed-teller&staff=liu-yang`, size: DESK },
		{
			name: "counter-serving-en-dark",
			path: `/counter/?${at(busy)}&as=closed-teller&staff=zhao-min&lang=en`,
			size: DESK,
			dark: true,
		},
		{ name: "counter-choose-zh", path: `/counter/?${at(empty)}&as=closed-teller`, size: DESK },
		{ name: "staff-busy-zh", path: `/staff/?${at(busy)}`, size: PHONE },
		{ name: "staff-busy-en-dark", path: `/staff/?${at(busy)}&lang=en`, size: PHONE, dark: true },
		{ name: "staff-issue-zh", path: `/staff/?${at(busy)}`, size: PHONE, act: press("取号") },
		{
			name: "staff-presence-zh",
			path: `/staff/?${at(busy)}`,
			size: PHONE,
			act: (page) => page.getByRole("region", { name: "在岗状态" }).getByRole("button").click(),
		},
		{ name: "staff-one-more-zh", path: `/staff/?${at(busy)}`, size: PHONE, act: press("多开一个窗口，等候会短多少？") },
		{ name: "staff-empty-zh", path: `/staff/?${at(empty)}`, size: PHONE },
		{
			name: "staff-offline-zh",
			path: `/staff/?${at(busy)}`,
			size: PHONE,
			act: async (page) => {
				await page.context().setOffline(true);
				await page.waitForTimeout(CUT_FOR_MS);
			},
		},
		{ name: "start-zh", path: "/", size: DESK },
		{ name: "start-en", path: "/?lang=en", size: DESK },
		{ name: "no-such-page", path: "/no-such-page", size: DESK },
		{ name: "api-en", path: "/swagger/", size: DESK },
	];
}
