import { afterEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import { bothWords, createTranslator, pick } from "../../client-kit/language/i18n.ts";

const translator = () =>
	createTranslator({
		zh: { hello: "您好", ahead: "前面还有 {{count}} 人" },
		en: { hello: "Hello", ahead: "{{count}} ahead of you" },
	});

afterEach(() => vi.unstubAllGlobals());
const browserOf = (...languages: string[]) => vi.stubGlobal("navigator", { languages });

describe("createTranslator", () => {
	it("[SCR-7] starts in Chinese and fills parameters", () => {
		browserOf();
		const { t } = translator();
		expect(t("hello")).toBe("您好");
		expect(t("ahead", { count: 3 })).toBe("前面还有 3 人");
		expect(t("ahead", { count: 0 })).toBe("前面还有 0 人");
	});

	it("[SCR-7] changes locale, tells who asked, and gives either language on request", () => {
		browserOf("zh-CN");
		const words = translator();
		const heard: string[] = [];
		const stop = words.onChange((locale) => heard.push(locale));
		words.setLocale("en");
		expect(words.locale()).toBe("en");
		expect(words.t("hello")).toBe("Hello");
		expect(words.tIn("zh", "hello")).toBe("您好");
		stop();
		words.setLocale("zh");
		expect(heard).toEqual(["en"]);
	});

	it.each([
		[["zh-CN", "en"], "zh"],
		[["en-GB", "zh"], "en"],
		[["fr-FR", "en-US"], "en"],
		[["fr-FR"], "zh"],
	])("[SCR-14] a browser of %j begins in %s, unless something was chosen", (languages, expected) => {
		browserOf(...languages);
		expect(translator().locale()).toBe(expected);
		const catalogue = { zh: { hello: "您好" }, en: { hello: "Hello" } };
		const chosen = { read: () => "en", write: () => undefined };
		expect(createTranslator(catalogue, { chosen }).locale()).toBe("en");
		vi.stubGlobal("location", { search: "?lang=zh" });
		expect(createTranslator(catalogue, { chosen }).locale()).toBe("zh");
	});

	it("[SCR-7] a screen that says everything twice fills parameters in both languages", () => {
		const { tIn } = bothWords({ zh: { ahead: "前面还有 {{count}} 人" }, en: { ahead: "{{count}} ahead of you" } });
		expect([tIn("zh", "ahead", { count: 2 }), tIn("en", "ahead", { count: 2 })]).toEqual([
			"前面还有 2 人",
			"2 ahead of you",
		]);
	});

	it("[SCR-7] knows its keys and each text's parameters at compile time", () => {
		const { t } = translator();
		expectTypeOf(t<"ahead">)
			.parameter(1)
			.toEqualTypeOf<Readonly<Record<"count", string | number>>>();
		expectTypeOf(t<"hello">).parameters.toEqualTypeOf<[key: "hello"]>();
	});
});

it("[SCR-7] picks the part of a name in a language", () => {
	expect(pick({ zh: "1号窗口", en: "Counter 1" }, "en")).toBe("Counter 1");
});
