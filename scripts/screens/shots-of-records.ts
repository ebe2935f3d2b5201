import type { Page } from "playwright-core";
import { at, type World } from "./screens-world.ts";
import { inTurn, PHONE, press, type Shot } from "./shot.ts";

/** The identified-customer record and the tasks on the phone. */
export function shotsOfRecords(world: World): readonly Shot[] {
	return [...ofReferrals(world), ...ofCases(world)];
}

function ofCases({ busy }: World): readonly Shot[] {
	const manager = `/staff/?${at(busy)}`;
	const list = (page: Page) => page.getByRole("button", { name: /^(我的事项|My tasks)/ }).click();
	const one = inTurn(list, (page) => page.getByText("3号窗口叫号器").click());
	const size = PHONE;
	return [
		{ name: "case-new-zh", path: manager, size, act: press("登记问题") },
		{ name: "case-new-en-dark", path: `${manager}&lang=en`, size, dark: true, act: press("Report a problem") },
		{ name: "case-list-zh", path: manager, size, act: inTurn(list, (page) => page.getByText("网点全部").click()) },
		{ name: "case-one-zh", path: manager, size, act: one },
		{ name: "case-carry-over-zh", path: manager, size, act: inTurn(one, press("延期")) },
	];
}

function ofReferrals({ busy, empty }: World): readonly Shot[] {
	const manager = `/staff/?${at(busy)}`;
	const relations = `/staff/?${at(busy)}&as=relationship-manager&staff=ma-jun`;
	const list = inTurn(press("更多"), press("推介记录"));
	const one = inTurn(list, (page) => page.getByText("李*明").click());
	const why = inTurn(one, press("查看客户信息"));
	const write = async (page: Page) => {
		await press("推介")(page);
		await page.keyboard.type("李建明");
		await page.getByText("补充信息").click();
	};
	return [
		{ name: "referral-new-zh", path: manager, size: PHONE, act: press("推介") },
		{ name: "referral-new-en-dark", path: `${manager}&lang=en`, size: PHONE, dark: true, act: press("Refer") },
		{ name: "referral-more-zh", path: manager, size: PHONE, act: write },
		{
			name: "referral-no-name-zh",
			path: manager,
			size: PHONE,
			act: inTurn(press("推介"), press("大额现金")),
		},
		{ name: "referral-list-zh", path: relations, size: PHONE, act: list },
		{ name: "referral-list-empty-zh", path: `/staff/?${at(empty)}`, size: PHONE, act: list },
		{ name: "referral-masked-zh", path: relations, size: PHONE, act: one },
		{
			name: "referral-masked-en-dark",
			path: `${relations}&lang=en`,
			size: PHONE,
			dark: true,
			act: inTurn(press("More"), press("Referrals"), (page) => page.getByText("李*明").click()),
		},
		{ name: "referral-why-zh", path: relations, size: PHONE, act: why },
		{
			name: "referral-shown-zh",
			path: relations,
			size: PHONE,
			act: inTurn(why, (page) => page.getByText("联系客户").click(), press("查看客户信息")),
		},
	];
}
