import type { ComponentChildren } from "preact";
import type { Bilingual } from "../../schema/ids.ts";
import { type catalogue, words } from "./words.ts";

type Key = keyof (typeof catalogue)["zh"];

/** A text of the catalogue in both languages. */
export function inBoth(key: Key, params?: Readonly<Record<string, string | number>>): Bilingual {
	// Which parameters belong to which key is checked where the key is written; here it is only passed on.
	const fill = words.tIn as (locale: "zh" | "en", key: Key, params?: object) => string;
	return { zh: fill("zh", key, params), en: fill("en", key, params) };
}

/** About how wide a text is, in the height of its type. */
const ems = (text: string) => [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 1 : 0.6), 0);

/** Chinese large, English after it: a lobby screen has no user whose language could be asked. */
export function Both({ text, children }: { text: Bilingual; children?: ComponentChildren }) {
	return (
		<span class="both">
			<span class="zh" style={{ "--ems": ems(text.zh) }}>
				{text.zh}
			</span>{" "}
			<span class="en" lang="en" style={{ "--ems": ems(text.en) }}>
				{text.en}
			</span>
			{children}
		</span>
	);
}
