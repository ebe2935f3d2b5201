import type { ContactKind, NumberKind } from "../../../schema/customer/customer-values.ts";
import { cleanName } from "../../../schema/text/clean-text.ts";
import { bareNumber, idNumber, isPhoneNumber, phoneParts } from "../../../schema/text/written-number.ts";

/** Shown of what is too short or too strange for its rule. */
const HIDDEN = "***";
/** Surnames of two characters; a name that begins with one and has more keeps both. */
const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
	(
		"欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 钟离 闻人 独孤 南宫 西门 端木 百里 呼延 " +
		"申屠 太史 淳于 单于 濮阳 公冶 宗政 赫连 澹台 左丘 东郭 拓跋 万俟 鲜于 闾丘 梁丘 谷梁 公羊 乐正 巫马 公西 漆雕 司寇 亓官 " +
		"仲孙 叔孙 太叔 羊舌 段干 东里 第五 纳兰 完颜 耶律 叶赫 贺兰 爱新 " +
		"歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 軒轅 鍾離 鐘離 聞人 獨孤 南宮 西門 單于 濮陽 赫連 澹臺 東郭 萬俟 鮮于 閭丘 巫馬 納蘭"
	).split(" "),
);
/** Rare characters stand in the later blocks of Unicode, or in its private area where an old system put them. */
const HAN_NAME = /^[\p{Script=Han}\p{Co}]{2,4}$/u;

/**
 * A name as it may stand on a screen: surname, stars, and the last character when one lies between (李*明, 李*, 欧阳*).
 * Names in other scripts, and what is no name, keep their first letter.
 */
export function maskName(name: string): string {
	const text = cleanName(name);
	if (!HAN_NAME.test(text)) return firstOnly(text);
	const letters = [...text];
	const known = letters.length > 2 && COMPOUND_SURNAMES.has(letters.slice(0, 2).join("")) ? 2 : 1;
	const surname = letters.slice(0, known).join("");
	const given = letters.slice(known);
	return given.length === 1 ? `${surname}*` : `${surname}${"*".repeat(given.length - 1)}${given.at(-1)}`;
}

/** 6222********1234; document numbers and the bank's information numbers keep less. */
export function maskNumber(kind: NumberKind, value: string): string {
	switch (kind) {
		case "account":
			return keepEnds(bareNumber(value), 4, 4);
		case "id-number":
			return keepEnds(plainDocument(value), 3, 4);
		case "information-number":
			return keepEnds(bareNumber(value), 2, 2);
		default:
			return kind satisfies never;
	}
}

/** 138****5678; a chat name or mail address keeps its first letter. */
export function maskContact(kind: ContactKind, value: string): string {
	switch (kind) {
		case "phone":
			return keepEnds(plainPhone(value), 3, 4);
		case "wechat":
		case "email":
			return firstOnly(value);
		default:
			return kind satisfies never;
	}
}

/** What an end may show: nothing whose capital is longer than itself, so that never more stands there than was written. */
const PLAIN = /^[0-9A-Z\p{Script=Han}]*$/u;

/** Both ends of a number; all of it is hidden unless at least four characters would be, or when an end is no number's. */
function keepEnds(text: string, head: number, tail: number): string {
	const letters = [...text];
	const [start, end] = [letters.slice(0, head).join(""), letters.slice(-tail).join("")];
	if (letters.length < head + tail + 4 || !PLAIN.test(start + end)) return HIDDEN;
	return `${start}${"*".repeat(letters.length - head - tail)}${end}`;
}

/** The length stays hidden too: of a short text it would tell much. A letter and its accents count as one. */
function firstOnly(value: string): string {
	const [first = "", ...rest] = value.normalize("NFKC").trim();
	return rest.length < 3 ? HIDDEN : `${first}${HIDDEN}`;
}

/** Without its extension, which says nothing where the number is hidden. */
function plainPhone(value: string): string {
	const { main } = phoneParts(value);
	return isPhoneNumber(main) ? main : bareNumber(value);
}

/** A document number as it was given: the 15 characters of an old card are not made 18, for nobody wrote those. */
function plainDocument(value: string): string {
	const bare = bareNumber(value);
	return /^\d{15}$/.test(bare) ? bare : idNumber(value);
}
