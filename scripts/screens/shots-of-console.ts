import type { Page } from "playwright-core";
import { MANAGER } from "./screens-bank.ts";
import { PICTURED_DAY } from "./screens-hall.ts";
import { at, type World } from "./screens-world.ts";
import { CONSOLE, click, inTurn, PHONE, press, type Shot } from "./shot.ts";

const OPERATOR = "/console/?as=head-office-operator";
const AUDITOR = "/console/?as=auditor";
const HEAD_OF_IMPORT = "工号,姓名,英文名,岗位,机构,状态";
const GOOD_LINES = [
	"100011,何洋,He Yang,open-teller,sh-thebund,在职",
	"zhao-min,赵敏,Zhao Min,closed-teller,sh-thebund,离职",
];
const BAD_LINE = "100012,吴刚,Wu Gang,open-teller,sh-nowhere,在职";

/** The console. */
export function shotsOfConsole(world: World): readonly Shot[] {
	const shot = (name: string, path: string, more: Partial<Pick<Shot, "act" | "dark" | "size">> = {}): Shot => ({
		name: `console-${name}`,
		path,
		size: CONSOLE,
		...more,
	});
	return [...ofBranches(world), ...ofPeople(), ...ofRecords(world), ...ofOneself()].map(([name, path, more]) =>
		shot(name, path, more),
	);
}

/** A desk of 1024 px, and a page of A4 at 96 to the inch. */
const NARROW = { width: 1024, height: 768 };
const PAPER = { width: 794, height: 1123 };

/** As it is printed. */
const onPaper = (page: Page) => page.emulateMedia({ media: "print" });

type Act = (page: Page) => Promise<void>;
type ConsoleShot = readonly [name: string, path: string, more?: Partial<Pick<Shot, "act" | "dark" | "size">>];

/** One page in both languages: on a desk, on a phone and on paper. */
function inEverySize(name: string, place: string, acts: { readonly zh?: Act; readonly en?: Act } = {}): ConsoleShot[] {
	return (["zh", "en"] as const).flatMap((lang): ConsoleShot[] => {
		const path = `${OPERATOR}${lang === "en" ? "&lang=en" : ""}${place}`;
		const act = acts[lang] ?? drawn;
		return [
			lang === "en" ? [`${name}-en-dark`, path, { dark: true, act }] : [`${name}-zh`, path, { act }],
			[`${name}-narrow-${lang}`, path, { size: PHONE, act }],
			[`${name}-paper-${lang}`, path, { size: PAPER, act: inTurn(act, onPaper) }],
		];
	});
}

/** Its first chart is there. */
const drawn: Act = (page) => page.locator(".chart canvas").first().waitFor();

/** A policy is tried, and what it does to each class is in sight. */
function tried(button: string): Act {
	return inTurn(press(button), (page) => page.locator(".policy-bars").scrollIntoViewIfNeeded());
}

function ofBranches({ busy, closed }: World): readonly ConsoleShot[] {
	const day = `#/branches/${closed.branchId}/${PICTURED_DAY}`;
	return [
		["branches-zh", `${OPERATOR}#/branches`],
		["branches-en-dark", `${OPERATOR}&lang=en#/branches`, { dark: true }],
		["branches-narrow-en", `${OPERATOR}&lang=en#/branches`, { size: NARROW }],
		["branches-none-zh", `${OPERATOR}#/branches?find=nowhere`],
		["branch-busy-zh", `${OPERATOR}#/branches/${busy.branchId}`],
		["branch-zh", `${OPERATOR}#/branches/${closed.branchId}`],
		["branch-en-dark", `${OPERATOR}&lang=en#/branches/${busy.branchId}`, { dark: true }],
		["report-zh", `${AUDITOR}${day}`],
		["report-en-dark", `${AUDITOR}&lang=en${day}`, { dark: true, act: inTurn(click("By half hour"), press("Check")) }],
		["report-paper-zh", `${AUDITOR}${day}`, { size: PAPER, act: onPaper }],
		["report-none-zh", `${AUDITOR}#/branches/${closed.branchId}/2026-11-22`],
		...inEverySize("forecast", `#/branches/${closed.branchId}/forecast`),
		["days-zh", `${OPERATOR}#/days`],
		["days-en-dark", `${OPERATOR}&lang=en#/days`, { dark: true }],
		["days-none-zh", `${OPERATOR}#/days?from=2027-01-01`],
		["services-add-zh", `${OPERATOR}#/services`, { act: press("新建服务账号") }],
		["services-none-en-dark", `${OPERATOR}&lang=en#/services`, { dark: true }],
		...inEverySize("waits", `#/branches/${closed.branchId}/waits`),
		...inEverySize("policy", `#/branches/${closed.branchId}/policy`, { zh: tried("推演"), en: tried("Try it") }),
		["configuration-zh", `${OPERATOR}#/configuration`],
		["configuration-reasons-zh", `${OPERATOR}#/configuration/bank/reason-codes`],
		["configuration-limits-zh", `${OPERATOR}#/configuration/bank/limits`],
		["configuration-limits-en-dark", `${OPERATOR}&lang=en#/configuration/bank/limits`, { dark: true }],
		["configuration-draft-zh", `${OPERATOR}#/configuration/bank/limits`, { act: press("起草") }],
		["devices-zh", `${OPERATOR}#/devices`],
		["devices-none-en", `${OPERATOR}&lang=en#/devices?branch=sh-empty`],
		["devices-en-dark", `${OPERATOR}&lang=en#/devices`, { dark: true }],
		["institution-zh", `${OPERATOR}#/institution`],
		["institution-en-dark", `${OPERATOR}&lang=en#/institution`, { dark: true }],
		["institution-add-zh", `${OPERATOR}#/institution`, { act: press("新增机构") }],
	];
}

function ofPeople(): readonly ConsoleShot[] {
	const file = (...lines: string[]) => ({
		name: "people.csv",
		mimeType: "text/csv",
		buffer: Buffer.from([HEAD_OF_IMPORT, ...lines].join("\r\n")),
	});
	const choose = (label: string, lines: readonly string[]) => (page: Page) =>
		page.getByLabel(label).setInputFiles(file(...lines));
	return [
		["people-zh", `${OPERATOR}#/people`],
		["people-en-dark", `${OPERATOR}&lang=en#/people`, { dark: true }],
		["people-none-zh", `${OPERATOR}#/people?node=sh-lujiazui&role=auditor`],
		["person-zh", `${OPERATOR}#/people/${MANAGER.staffId}`],
		["roles-zh", `${OPERATOR}#/people/${MANAGER.staffId}`, { act: click("修改姓名和岗位") }],
		["import-zh", `${OPERATOR}#/people/import.csv`, { act: choose("选择文件", GOOD_LINES) }],
		[
			"import-wrong-en",
			`${OPERATOR}&lang=en#/people/import.csv`,
			{ act: choose("Choose a file", [...GOOD_LINES, BAD_LINE]) },
		],
	];
}

function ofRecords({ busy, empty }: World): readonly ConsoleShot[] {
	const relations = (lang = "") => `/console/?as=relationship-manager&${at(busy)}${lang}#/referrals`;
	const credit = (lang = "") => `/console/?as=branch-head&${at(busy)}${lang}#/branches/${busy.branchId}/credit`;
	const cases = (lang = "") => `/console/?as=branch-head&${at(busy)}${lang}#/cases`;
	const one = (page: Page) => page.getByText("李*明").first().click();
	const show = async (page: Page) => {
		await one(page);
		await press("查看客户信息")(page);
		const dialog = page.getByRole("dialog");
		for (const field of await dialog.getByRole("checkbox").all()) await field.check();
		await dialog.getByLabel("原因").fill("约定回访时间");
		await dialog.getByRole("button", { name: "查看客户信息" }).click();
	};
	return [
		["referrals-zh", relations()],
		["referrals-none-en", `/console/?as=relationship-manager&${at(empty)}&lang=en#/referrals`],
		["referral-zh", relations(), { act: one }],
		["referral-shown-zh", relations(), { act: show }],
		["referral-en-dark", relations("&lang=en"), { dark: true, act: one }],
		["credit-zh", credit()],
		["credit-en-dark", credit("&lang=en"), { dark: true }],
		["credit-none-zh", `/console/?as=branch-head&${at(empty)}#/branches/${empty.branchId}/credit`],
		["cases-zh", cases()],
		["cases-en-dark", cases("&lang=en"), { dark: true }],
		["case-zh", cases(), { act: (page) => page.getByRole("link", { name: /3号窗口/ }).click() }],
		["ledger-zh", `${AUDITOR}#/ledger`],
		["ledger-none-en", `${AUDITOR}&lang=en#/ledger?from=2027-01-01`],
		["ledger-en-dark", `${AUDITOR}&lang=en#/ledger`, { dark: true }],
		["ledger-verified-zh", `${AUDITOR}#/ledger?node=sh-thebund`, { act: press("校验") }],
	];
}

function ofOneself(): readonly ConsoleShot[] {
	const signIn = async (page: Page) => {
		await page.getByLabel("工号").fill(MANAGER.staffId);
		await page.getByLabel("密码", { exact: true }).fill(MANAGER.password);
		await press("登录")(page);
		await page.getByRole("navigation", { name: "栏目" }).waitFor();
	};
	const lock = async (page: Page) => {
		const headers = { "x-tingtang-client": "1" };
		await page.evaluate((headers) => fetch("/api/session/lock", { method: "POST", headers }), headers);
		await page.reload();
	};
	const cut = async (page: Page) => {
		await page.context().setOffline(true);
		await page.getByRole("link", { name: "设备" }).click();
		await page.getByRole("alert").waitFor();
	};
	const mine = `/sign-in/?next=${encodeURIComponent("/console/#/mine")}`;
	return [
		["denied-zh", "/console/?as=guard&branch=sh-thebund#/people"],
		["denied-en-dark", "/console/?as=guard&branch=sh-thebund&lang=en#/people", { dark: true }],
		["not-signed-in-zh", "/console/"],
		["mine-zh", mine, { act: signIn }],
		["locked-zh", mine, { act: inTurn(signIn, lock) }],
		["offline-zh", `${OPERATOR}#/branches`, { act: cut }],
	];
}
