import { minutesInWords } from "../language/format.ts";
import type { Locale } from "../language/i18n.ts";
import type { LastKnown } from "../page/last-known.ts";

/** What pages of the staff and the console say when they are opened without a network. */
export const networkWords = {
	zh: {
		noNetwork: "没有网络",
		noNetworkHint: "网络恢复后本页自动继续，不用刷新。在此之前请以现场为准。",
		lastHall: "当时{{name}}：等候 {{waiting}} 人，开放窗口 {{open}} 个",
	},
	en: {
		noNetwork: "No network",
		noNetworkHint: "The page continues by itself when the network returns. Until then go by what you see in the hall.",
		lastHall: "{{name}} at that time: {{waiting}} waiting, {{open}} {{open:counter|counters}} open",
	},
} as const;

const FORMAT = { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** When the branch, or the bank, was last heard, by the device's own clock, and how long ago that is. */
export function lastKnownWords(known: LastKnown | null, nowMs: number, locale: Locale): string {
	if (known === null) return locale === "zh" ? "这台设备上没有留下以前的情况" : "Nothing is known here of before";
	const time = new Intl.DateTimeFormat(locale === "zh" ? "zh-CN" : "en-GB", FORMAT).format(known.atMs);
	const age = minutesInWords(Math.max(0, nowMs - known.atMs), locale);
	return locale === "zh" ? `最后一次连上：${time}（${age}前）` : `Last connected: ${time} (${age} ago)`;
}
