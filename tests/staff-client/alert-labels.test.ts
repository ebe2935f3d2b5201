import { describe, expect, it } from "vitest";
import type { StaffAlert } from "../../schema/hall/view.ts";
import { alertWord } from "../../staff-client/words/alert-labels.ts";
import { alertName } from "../../staff-client/words/alert-name.ts";
import { alertWords } from "../../staff-client/words/alert-words.ts";

type Named = Pick<StaffAlert, "kind" | "reason">;
/** As a branch newer than the page tells it. */
const newer = (alert: { readonly kind: string; readonly reason: string }) => alert as Named;

describe("the name of an alert", () => {
	it("[ALR-10] is that of its kind and reason", () => {
		expect(alertWord({ kind: "long-service", reason: "over-usual" })).toBe("alertLongService");
	});

	it("[ALR-25] says of a line for which service it waits too long, in both languages", () => {
		const loans = { id: "loan", name: { zh: "贷款业务", en: "Loans" }, targetWaitMs: 900_000, usualServiceMs: 900_000 };
		const hall = { services: new Map([[loans.id, loans]]) };
		const called = (lang: "zh" | "en", alert: Named & { readonly service?: string }) =>
			alertName(hall, alert, {
				name: (text) => text[lang],
				t: ((word: "alertLongWaitFor", { service = "" }: { service?: string } = {}) =>
					alertWords[lang][word].replace("{{service}}", service)) as never,
			});
		const over = { kind: "long-wait", reason: "over-limit", service: "loan" } as const;
		expect(called("zh", over)).toBe("“贷款业务”有客户等候过久，请多开窗口或引导分流");
		expect(called("en", over)).toBe("Very long wait for “Loans”: open a counter or lead customers elsewhere");
		expect(called("zh", { ...over, reason: "foreseen" })).toContain("“贷款业务”会有客户等候过久");
		expect(called("en", { ...over, reason: "foreseen" })).toContain("“Loans” is getting very long");
		// A branch older than the page says no service, or one that is there no more.
		expect(called("zh", { ...over, service: "gone" })).toBe("有客户等候过久");
		expect(called("en", { kind: "long-wait", reason: "over-limit" })).toBe("A customer has waited very long");
	});

	it("[ALR-1] is a general one where the page knows the kind or the reason not", () => {
		for (const alert of [newer({ kind: "flood", reason: "rising" }), newer({ kind: "long-wait", reason: "rising" })]) {
			expect(alertWord(alert)).toBe("alertOther");
		}
		expect([alertWords.zh.alertOther, alertWords.en.alertOther]).toEqual(["提醒", "Alert"]);
	});
});
