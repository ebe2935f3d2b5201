import { fillWell } from "../../client-kit/language/fill-in.ts";

/** One idea has one Chinese word: what it is called, and what it is never called. */
const ONE_WORD: readonly (readonly [word: string, never: RegExp])[] = [
	["指定叫号", /插号|插队叫号|直接叫/],
	["让先", /被插(?!入)|被超|插队|越过/],
	["号票（纸）、号码", /小票|票号/],
	["审计记录", /台账/],
	["责任人（事项）", /(?<!网点)负责人(?=：|工号| \{)|提出人的负责人/],
	["窗口", /\d号柜台|窗口终端|窗口平板/],
	["开放窗口", /打开窗口/],
	["叫号大屏", /(?<!叫号|入口|总行)大屏|主屏|播报屏/],
	["查看客户信息", /显示客户信息|显示(?:.*的)?结果/],
	["删除（内容、个人信息）；清空（输入）", /清除/],
	["初始密码", /首次密码/],
	["签收", /记录已确认/],
	["批准配对", /同意接入|批准接入/],
	["应答（求助）", /求助.*响应|已响应/],
	["选填", /可不填|可不选|（可选）/],
	["首页", /起始页/],
	["技术支持", /科技部门/],
	["未办结（事项）", /未完成的事项/],
	["未办理（业务）", /没办|未受理/],
	["稍后再……", /稍候再|稍候重/],
	["登录、账号、其他", /登陆|帐|其它/],
	["中文姓名（人）", /人员的中文名称/],
];

const HAN = "[\\u4e00-\\u9fff]";
const HALF_WIDTH = new RegExp(`${HAN}[,:;!?()]|[,:;!?()] ?${HAN}|${HAN}\\.(?!\\w)`);
const HOLE = /[\u3000-\u9fff\uff00-\uffef] +[\u3000-\u9fff\uff00-\uffef]/;
const LOOSE_BLANK = / {2}|^\s|\s$/;

/** What a banker who reads Chinese would strike out of a text. */
export function chineseFaults(text: string): string[] {
	const faults: string[] = [];
	if (text.trim() === "") faults.push("empty");
	if (HALF_WIDTH.test(text)) faults.push("half-width punctuation");
	if (HOLE.test(text)) faults.push("a blank between Chinese words");
	if (LOOSE_BLANK.test(text)) faults.push("a blank too many");
	for (const [word, never] of ONE_WORD) {
		const found = never.exec(text);
		if (found !== null) faults.push(`${found[0]}: say ${word}`);
	}
	return faults;
}

/** Names, and words that are somebody else's spelling. */
const PROPER = new Set(
	[
		"Accept Add Authorization Bearer Beijing Bund Chinese Chrome Content Ctrl English Excel Guangzhou Idempotency Key If Lujiazui",
		"Match More Operations Pudong Retry After Shanghai Space Tingtang Type WeChat WebSocket",
	].flatMap((line) => line.split(" ")),
);
/** Where a sentence may begin anew. */
const BEGINS = /^$|[.:?!“"(]$/;
const FIRST = /^(?:[A-Z0-9“({]|→)/;
const WRONG_ID = /\bids?\b/;
/** What a number in front of it makes many of; those that end in s and are one stand beside it. */
const MANY = /\b1 (?!of )(?:(?:[a-z]+ ){0,2}?(?!(?:this|was|has|is|others)\b)[a-z]{2,}[^s\W]s|people|are)\b/;

/** What a native reader of English would strike out of a text. `inline`: it goes on in somebody else's sentence. */
export function englishFaults(text: string, { inline = false } = {}): string[] {
	const faults: string[] = [];
	if (text.trim() === "") faults.push("empty");
	if (!inline && LOOSE_BLANK.test(text)) faults.push("a blank too many");
	if (/[\u3000-\u9fff\uff00-\uffef]/.test(text)) faults.push("Chinese");
	if (WRONG_ID.test(text)) faults.push("id: write ID");
	if (!inline && !FIRST.test(text)) faults.push("does not begin with a capital");
	const words = text.replace(/\{\{\w+\}\}/g, "x").split(/\s+/);
	for (const [at, word] of words.entries()) {
		const bare = word.replace(/^\W+|\W.*$/g, "");
		const isCapital = /^[A-Z][a-z]/.test(bare);
		if (isCapital && !PROPER.has(bare) && !BEGINS.test(words[at - 1] ?? "") && !BEGINS.test(word.slice(0, 1))) {
			faults.push(`${bare} in capitals`);
		}
	}
	const ones = Object.fromEntries([...text.matchAll(/\{\{(\w+)/g)].map(([, name = ""]) => [name, 1]));
	const many = MANY.exec(fillWell(text, ones));
	if (many !== null) faults.push(`"${many[0]}" for one`);
	return faults;
}
