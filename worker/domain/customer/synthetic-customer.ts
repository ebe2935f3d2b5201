import type { Segment } from "../../../schema/customer/customer.ts";
import { idCheck } from "../../../schema/text/written-number.ts";

/** A made-up customer. No such card, document or phone number can exist. */
export type SyntheticCustomer = {
	readonly reference: string;
	readonly name: string;
	readonly segment: Segment;
	readonly card: string;
	readonly idNumber: string;
	readonly phone: string;
};

const SURNAMES =
	"王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚".split("");
const COMPOUND = ["欧阳", "司马", "上官", "诸葛"];
const GIVEN =
	"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国玉兰志鹏宇轩梓涵欣怡子墨雨桐浩然思远嘉宁晓岚文博".split("");
const SEGMENTS: readonly (readonly [Segment, share: number])[] = [
	["ordinary", 62],
	["potential", 14],
	["mid", 15],
	["high", 6],
	["private", 1],
	["corporate-small", 2],
];
/** A test range of the card scheme, a region no document is issued for, and a prefix no operator has. */
const CARD_PREFIX = "620000";
const REGION_CODE = "990000";
const PHONE_PREFIX = "154";

/** The `index`-th customer of a seed; the same pair always gives the same one, and all numbers of a seed differ. */
export function syntheticCustomer(seed: number, index: number): SyntheticCustomer {
	const draw = (salt: number, below: number) => mixed(seed, index, salt) % below;
	const order = String((seed * 1_000_003 + index) % 100_000_000).padStart(8, "0");
	return {
		reference: `C-${order}`,
		name: nameOf(draw),
		segment: segmentOf(draw(7, 100)),
		card: withLuhn(`${CARD_PREFIX}${String(draw(1, 10)).padStart(1, "0")}${order}`),
		idNumber: withIdCheck(`${REGION_CODE}${birthdayOf(draw, order)}${order.slice(-3)}`),
		phone: `${PHONE_PREFIX}${order}`,
	};
}

type Draw = (salt: number, below: number) => number;

function nameOf(draw: Draw): string {
	const compound = draw(2, 40) === 0;
	const surname = compound ? COMPOUND[draw(3, COMPOUND.length)] : SURNAMES[draw(3, SURNAMES.length)];
	const given = Array.from(
		{ length: draw(4, 4) === 0 ? 1 : 2 },
		(_, at) => GIVEN[draw(5 + 10 * (at + 1), GIVEN.length)],
	);
	return `${surname}${given.join("")}`;
}

function segmentOf(point: number): Segment {
	let left = point;
	for (const [segment, share] of SEGMENTS) {
		left -= share;
		if (left < 0) return segment;
	}
	return "ordinary";
}

/** A document's number ends in three digits of the order: the day comes from those before, so that no two are alike. */
function birthdayOf(draw: Draw, order: string): string {
	const year = 1940 + draw(8, 65);
	const day = 1 + (Number(order.slice(0, -3)) % 28);
	return `${year}${String(1 + draw(9, 12)).padStart(2, "0")}${String(day).padStart(2, "0")}`;
}

/** The last digit of a card number, ISO/IEC 7812-1. */
function withLuhn(digits: string): string {
	let sum = 0;
	for (const [at, digit] of [...digits].reverse().entries()) {
		const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
		sum += value > 9 ? value - 9 : value;
	}
	return `${digits}${(10 - (sum % 10)) % 10}`;
}

function withIdCheck(digits: string): string {
	return `${digits}${idCheck(digits)}`;
}

/** A number that looks random and follows from its three parts. */
function mixed(seed: number, index: number, salt: number): number {
	let hash =
		Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35) ^ Math.imul(salt + 1, 0x27d4eb2f);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
	return (hash ^ (hash >>> 15)) >>> 0;
}
