import type { Page } from "playwright-core";
import { MANAGER } from "./screens-bank.ts";
import { codeOn, denyPairing } from "./screens-devices.ts";
import { at, type World } from "./screens-world.ts";
import { DESK, inTurn, PHONE, PORTRAIT, press, SCREEN, type Shot } from "./shot.ts";

/** Has only the first password. */
const NEWCOMER = "wang-fang";
const DECIDED_WITHIN_MS = 12_000;

/** Signing in, and letting devices in. */
export function shotsOfEntry(world: World): readonly Shot[] {
	return [...shotsOfSignIn(world), ...shotsOfPairing(world)];
}

function shotsOfSignIn({ passwords, busy }: World): readonly Shot[] {
	const first = typePassword(NEWCOMER, passwords.get(NEWCOMER) ?? "");
	const own = typePassword(MANAGER.staffId, MANAGER.password);
	const account = inTurn(own, press("更多"), press("我的账号"));
	const lock = inTurn(account, press("立即锁定"));
	const wrongPin = async (page: Page) => {
		for (const digit of "000000") await press(digit)(page);
	};
	const toStaff = "/sign-in/?next=/staff/";
	const toHall = `${toStaff}${encodeURIComponent(`?${at(busy)}`)}`;
	return [
		{ name: "sign-in-zh", path: toStaff, size: PHONE },
		{ name: "sign-in-en-dark", path: `${toStaff}&lang=en`, size: PHONE, dark: true },
		{ name: "sign-in-wrong-zh", path: toStaff, size: PHONE, act: typePassword("100009", "not the password") },
		{ name: "sign-in-desk-zh", path: "/sign-in/?next=/counter/", size: DESK },
		{ name: "sign-in-first-password-zh", path: toStaff, size: PHONE, act: first },
		{
			name: "sign-in-first-password-en-dark",
			path: `${toStaff}&lang=en`,
			size: PHONE,
			dark: true,
			act: inEnglish(NEWCOMER, passwords.get(NEWCOMER) ?? ""),
		},
		{ name: "sign-in-where-zh", path: "/sign-in/", size: PHONE, act: own },
		{ name: "staff-choose-branch-zh", path: toStaff, size: PHONE, act: own },
		{ name: "staff-account-zh", path: toHall, size: PHONE, act: account },
		{ name: "staff-set-pin-zh", path: toHall, size: PHONE, act: inTurn(account, press("更换 PIN 码")) },
		{ name: "staff-locked-zh", path: toHall, size: PHONE, act: lock },
		{
			name: "staff-locked-en-dark",
			path: `/sign-in/?lang=en&next=/staff/${encodeURIComponent(`?${at(busy)}&lang=en`)}`,
			size: PHONE,
			dark: true,
			act: inTurn(inEnglish(MANAGER.staffId, MANAGER.password), press("More"), press("My account"), press("Lock now")),
		},
		{ name: "staff-locked-wrong-zh", path: toHall, size: PHONE, act: inTurn(lock, wrongPin) },
	];
}

function shotsOfPairing({ base, busy }: World): readonly Shot[] {
	const approve = `/approve/?${at(busy)}`;
	/** Types the code of a screen that waits to be paired. */
	const decide = async (page: Page) => {
		const screen = await page.context().newPage();
		await screen.goto(`${base}/pair/?for=display`);
		await page.getByLabel("屏幕上的配对码").fill(await codeOn(screen));
		await press("查看设备")(page);
	};
	const denied = async (page: Page) => {
		await denyPairing(busy, await codeOn(page));
		await page.getByText("配对请求被拒绝").waitFor({ timeout: DECIDED_WITHIN_MS });
	};
	const cut = async (page: Page) => {
		await page.context().setOffline(true);
		await page.waitForTimeout(DECIDED_WITHIN_MS);
	};
	return [
		{ name: "pair-landscape", path: "/pair/?for=display", size: SCREEN },
		{ name: "pair-portrait", path: "/pair/?for=kiosk", size: PORTRAIT },
		{ name: "pair-desk", path: "/pair/?for=counter-pad", size: DESK },
		{ name: "pair-denied", path: "/pair/?for=display", size: SCREEN, act: denied },
		{ name: "pair-offline", path: "/pair/?for=display", size: SCREEN, act: cut },
		{ name: "approve-code-zh", path: approve, size: PHONE },
		{ name: "approve-code-en-dark", path: `${approve}&lang=en`, size: PHONE, dark: true },
		{
			name: "approve-wrong-zh",
			path: approve,
			size: PHONE,
			act: inTurn((page) => page.getByLabel("屏幕上的配对码").fill("BBBBCCCC"), press("查看设备")),
		},
		{ name: "approve-decide-zh", path: approve, size: PHONE, act: decide },
		{
			name: "approve-done-zh",
			path: approve,
			size: PHONE,
			act: inTurn(decide, (page) => page.getByLabel("名称").fill("二楼屏"), press("批准配对")),
		},
	];
}

const typePassword = signInWith("工号", "密码", "登录");
const inEnglish = signInWith("Staff number", "Password", "Sign in");

/** Types into the fields of these names, and presses the button of the last. */
function signInWith(number: string, secret: string, go: string) {
	return (staffId: string, password: string) => async (page: Page) => {
		await page.getByLabel(number).fill(staffId);
		await page.getByLabel(secret, { exact: true }).fill(password);
		await press(go)(page);
	};
}
