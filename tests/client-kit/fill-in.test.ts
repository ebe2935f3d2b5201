import { describe, expect, it } from "vitest";
import { fillWell } from "../../client-kit/language/fill-in.ts";

describe("parameters of a text", () => {
	it.for([
		["等候 {{wait}}", { wait: "12 分钟" }, "等候 12 分钟"],
		["等候 {{wait}}", { wait: "不到 1 分钟" }, "等候不到 1 分钟"],
		["{{name}} 在用", { name: "张伟" }, "张伟在用"],
		["{{name}} 在用", { name: "张伟（z1024）" }, "张伟（z1024）在用"],
		["{{name}} 在用", { name: "Ann" }, "Ann 在用"],
		["您的号码是 {{number}}。", { number: "A 一 二" }, "您的号码是 A 一 二。"],
	] as const)("[SCR-22] %s: a figure is set off by a blank, a Chinese word is not", ([text, params, filled]) => {
		expect(fillWell(text, params)).toBe(filled);
	});
	it.for([
		[0, "0 counters open"],
		[1, "1 counter open"],
		[2, "2 counters open"],
	] as const)("[SCR-23] a noun stands in the number of its figure: %i", ([count, filled]) => {
		expect(fillWell("{{count}} {{count:counter|counters}} open", { count })).toBe(filled);
	});
	it("[SCR-23] English keeps its blanks, whoever it names", () => {
		expect(fillWell("Not {{name}}? Signed on as {{name}} here", { name: "张伟" })).toBe(
			"Not 张伟? Signed on as 张伟 here",
		);
	});
});
