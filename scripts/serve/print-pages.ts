interface DemoBranch {
	branchId: string;
	name: { zh: string; en: string };
	demo: string;
}

const DEMO_KINDS: Record<string, string> = {
	living: "自动运行 · runs by itself",
	quiet: "留给您试用 · yours to try",
	closed: "已结束并有日报 · closed, with its report",
};
const BRANCH_PAGES = [
	["叫号大屏 Lobby screen", "/display/"],
	["取号机 Kiosk", "/kiosk/"],
	["柜台 Counter", "/counter/"],
	["大堂手机 Lobby phone", "/staff/"],
] as const;
/** A few of them, to begin with; the console lists the others. */
const DEMO_SIGN_INS = [
	["总行操作员 Operator", "fang-yun"],
	["上海分行人力 HR, Shanghai", "shi-lan"],
	["陆家嘴负责人 Branch head", "zhang-wei"],
	["陆家嘴大堂经理 Lobby manager", "li-na"],
] as const;
const LABEL_COLUMNS = 30;

/** Says where everything is, in Chinese and English: the start page and the API first, then the screens of each demo branch. */
export async function printPages(addresses: readonly [string, ...string[]], password: string | null): Promise<void> {
	const [base, ...others] = addresses;
	const lines = [
		"",
		"厅堂已就绪 · Tingtang is running",
		"",
		row("首页 Start page", `${base}/`),
		row("登录 Sign in", `${base}/sign-in/`),
		row("管理台 Console", `${base}/console/`),
		row("接口 API", `${base}/swagger/`),
	];
	for (const address of others) lines.push(row("局域网 On the network", `${address}/`));
	for (const { branchId, name, demo } of await demoBranches(base)) {
		lines.push("", `${name.zh} ${name.en} (${DEMO_KINDS[demo] ?? demo})`);
		for (const [label, path] of BRANCH_PAGES) lines.push(row(label, `${base}${path}?branch=${branchId}`));
	}
	if (password !== null) {
		lines.push("", "演示人员，密码相同 · Demo people, one password for all", row("密码 Password", password));
		for (const [label, staffId] of DEMO_SIGN_INS) lines.push(row(label, staffId));
	}
	lines.push("", "按 Ctrl+C 停止 · Ctrl+C stops everything", "");
	console.log(lines.join("\n"));
}

async function demoBranches(base: string): Promise<DemoBranch[]> {
	const response = await fetch(`${base}/api/demo`);
	if (!response.ok) return [];
	const { branches } = (await response.json()) as { branches: DemoBranch[] };
	return branches;
}

function row(label: string, address: string): string {
	return `  ${label}${" ".repeat(Math.max(1, LABEL_COLUMNS - columns(label)))}${address}`;
}

/** A terminal gives a Chinese character two columns. */
function columns(text: string): number {
	return [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
