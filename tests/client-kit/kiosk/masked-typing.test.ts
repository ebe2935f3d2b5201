import { expect, it } from "vitest";
import { maskedTyping } from "../../../kiosk-client/kiosk/masked-typing.ts";

it.each([
	["", ""],
	["138", "138"],
	["1381234", "••• 1234"],
	["13812345678", "••• •••• 5678"],
	["6222021234567894123", "•••• •••• •••• •••4 123"],
	["622202123456", "•••• •••• 3456"],
	["11010519491231002X", "•••••• •••• •••• 002X"],
	["1101051949", "••• •••1 949"],
	["3101051949", "•••••• 1949"],
])("[PRV-18] %s is masked and grouped as people read it", (typed, shown) => {
	expect(maskedTyping(typed)).toBe(shown);
});

it("[PRV-18] never shows more than the last four, whatever is typed", () => {
	for (let length = 0; length <= 19; length++) {
		const shown = maskedTyping("6222021234567894123".slice(0, length)).replaceAll(" ", "");
		expect(shown.length).toBe(length);
		expect(shown.replaceAll("•", "").length).toBe(Math.min(4, length));
	}
});
