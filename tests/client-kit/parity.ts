import { expect } from "vitest";
import type { Dict } from "../../client-kit/language/i18n.ts";

/** `{{count:one|many}}` asks for nothing that `{{count}}` beside it does not. */
export const parametersOf = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

/** Asserts that a catalogue has the same keys in both languages, no text empty, and the same parameters in each pair. */
export function expectParity({ zh, en }: { readonly zh: Dict; readonly en: Dict }): void {
	expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
	for (const [key, text] of Object.entries(zh)) {
		const other = en[key] ?? "";
		expect(text.trim(), key).not.toBe("");
		expect(other.trim(), key).not.toBe("");
		expect(parametersOf(other), key).toEqual(parametersOf(text));
		expect(/[\u4e00-\u9fff]/.test(other), `${key} is English`).toBe(false);
	}
}
