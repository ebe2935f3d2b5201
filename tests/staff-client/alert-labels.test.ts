import { describe, expect, it } from "vitest";
import type { StaffAlert } from "../../schema/hall/view.ts";
import { alertWord } from "../../staff-client/words/alert-labels.ts";
import { alertWords } from "../../staff-client/words/alert-words.ts";

type Named = Pick<StaffAlert, "kind" | "reason">;
/** As a branch newer than the page tells it. */
const newer = (alert: { readonly kind: string; readonly reason: string }) => alert as Named;

describe("the name of an alert", () => {
	it("[ALR-10] is that of its kind and reason", () => {
		expect(alertWord({ kind: "long-service", reason: "over-usual" })).toBe("alertLongService");
	});

	it("[ALR-1] is a general one where the page knows the kind or the reason not", () => {
		for (const alert of [newer({ kind: "flood", reason: "rising" }), newer({ kind: "long-wait", reason: "rising" })]) {
			expect(alertWord(alert)).toBe("alertOther");
		}
		expect([alertWords.zh.alertOther, alertWords.en.alertOther]).toEqual(["提醒", "Alert"]);
	});
});
