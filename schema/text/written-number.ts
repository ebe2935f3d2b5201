/**
 * One number, however somebody wrote it. Plain functions, for the kiosk and the server: the form under which a number is
 * indexed must stay the same for ever, so no table of a library decides it.
 */

const MOBILE = /^1[3-9]\d{9}$/;
/** Area code without its 0, then seven or eight digits. */
const LANDLINE = /^(?:(?:10|2\d)\d{8}|[3-9]\d{2}\d{7,8})$/;
const FREE_CALL = /^[48]00\d{7}$/;
const EXTENSION = /(?:;?\s*ext(?:ension|n)?\.?|x|#|转|轉|分机|分機|内线|內線)[^\d+]{0,4}(\d{1,6})\D*$/iu;
const LAST_GROUP = /^(.*\d)[^\d+]+(\d{1,6})\D*$/su;

/** Letters and digits alone, large and of ordinary width; gaps, punctuation and what is invisible are gone. */
export function bareNumber(written: string): string {
	return written
		.normalize("NFKC")
		.replace(/[^\p{L}\p{N}]/gu, "")
		.toUpperCase();
}

/** What stands for the X at the end of an ID number: Cyrillic and Greek letters, the sign of multiplication, crosses. */
const LIKE_X = /[XХΧ×✕✖╳✗✘]$/u;

/** An ID number: 18 characters for the citizen's, also when the 15 of an old card were given; other documents as they are. */
export function idNumber(written: string): string {
	const seen = written
		.normalize("NFKC")
		.toUpperCase()
		.replace(/[^\p{L}\p{N}×✕✖╳✗✘]/gu, "");
	const text = seen.replace(LIKE_X, "X").replace(/[^\p{L}\p{N}]/gu, "");
	if (!/^\d{15}$/.test(text)) return text;
	const long = `${text.slice(0, 6)}19${text.slice(6)}`;
	return isDate(long.slice(6, 14)) ? `${long}${idCheck(long)}` : text;
}

/** The bank's own reference of a customer, which is kept with its hyphens. */
export function plainReference(written: string): string {
	return written
		.normalize("NFKC")
		.replace(/\p{Pd}|−/gu, "-")
		.replace(/[^\p{L}\p{N}-]/gu, "")
		.toUpperCase();
}

/** A phone number as it is dialled at home (138…, 010…), one of another country as +…; `x` begins an extension. */
export function phoneNumber(written: string): string {
	const { main, extension } = phoneParts(written);
	return extension === "" ? main : `${main}x${extension}`;
}

/** The number itself, and the extension behind it or nothing. */
export function phoneParts(written: string): { readonly main: string; readonly extension: string } {
	const text = visible(written);
	const named = EXTENSION.exec(text);
	if (named !== null) {
		const main = atHome(text.slice(0, named.index));
		if (main !== null) return { main, extension: named[1] ?? "" };
	}
	const whole = atHome(text);
	if (whole !== null) return { main: whole, extension: "" };
	const [, head = "", last = ""] = LAST_GROUP.exec(text) ?? [];
	const main = atHome(head);
	if (main !== null && !MOBILE.test(main)) return { main, extension: last };
	return { main: abroad(text) ?? (bareNumber(text) || bareNumber(written)), extension: "" };
}

/** Whether it is a whole number of this country; a landline needs its area code. */
export function isPhoneNumber(written: string): boolean {
	return atHome(visible(written)) !== null;
}

/** Without what cannot be seen, and without words around it: `tel:` before it, whose it is behind it. */
function visible(written: string): string {
	return written
		.normalize("NFKC")
		.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
		.replace(/^[^\d+(]+|\D+$/g, "");
}

function atHome(text: string): string | null {
	const digits = text.replace(/\D/g, "");
	if (/\p{L}/u.test(text)) return null;
	const isAbroad = /^\D*\+/.test(text) || digits.startsWith("00");
	const without = digits.replace(/^(?:00)?86/, "");
	if (without !== digits) {
		const form = homeForm(without);
		if (form !== null) return form;
	}
	return isAbroad ? null : homeForm(digits);
}

function homeForm(digits: string): string | null {
	const number = digits.replace(/^0/, "");
	if (MOBILE.test(number) || FREE_CALL.test(number)) return number;
	return LANDLINE.test(number) ? `0${number}` : null;
}

/** The 0 in brackets is dialled inside that country only. */
function abroad(text: string): string | null {
	const digits = text.replace(/\(\s*0\s*\)/g, "").replace(/\D/g, "");
	if (/^\D*\+/.test(text)) return `+${digits}`;
	return digits.startsWith("00") ? `+${digits.slice(2)}` : null;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = "10X98765432";

/** The last character of an ID number, GB 11643 (ISO 7064, MOD 11-2). */
export function idCheck(digits: string): string {
	const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
	return ID_CHECKS[sum % 11] ?? "";
}

/**
 * What is wrong with a citizen's ID number, so that whoever typed it can look again; null: nothing, or it is another kind of
 * document. It is a hint and never a reason to refuse.
 */
export function doubtOfIdNumber(written: string): "date" | "check" | null {
	const number = idNumber(written);
	if (!/^\d{17}[\dX]$/.test(number)) return null;
	if (!isDate(number.slice(6, 14))) return "date";
	return idCheck(number) === number.slice(-1) ? null : "check";
}

/** `YYYYMMDD` of a day that there was. */
function isDate(digits: string): boolean {
	const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number);
	if (year === undefined || month === undefined || day === undefined) return false;
	if (year < 1850 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
	const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
	return day <= days;
}
