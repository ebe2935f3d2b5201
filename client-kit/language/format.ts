import type { QuotedRange } from "../../rules/quote.ts";
import type { Locale } from "./i18n.ts";

const MINUTE_MS = 60_000;

/** A range of waiting times in everyday words: `大约 10 到 15 分钟` / `about 10 to 15 minutes`. */
export function waitInWords({ fromMin, toMin }: QuotedRange, locale: Locale): string {
	if (fromMin === 0) return locale === "zh" ? `${toMin} 分钟以内` : `within ${toMin} minutes`;
	return locale === "zh" ? `大约 ${fromMin} 到 ${toMin} 分钟` : `about ${fromMin} to ${toMin} minutes`;
}

/** A duration in whole minutes: `12 分钟` / `12 min`; under one minute `不到 1 分钟` / `under 1 min`. */
export function minutesInWords(ms: number, locale: Locale): string {
	const minutes = Math.floor(ms / MINUTE_MS);
	if (minutes < 1) return locale === "zh" ? "不到 1 分钟" : "under 1 min";
	return locale === "zh" ? `${minutes} 分钟` : `${minutes} min`;
}

const HOUR_MINUTES = 60;

/** As `minutesInWords`, and from an hour on in hours and minutes: `1 小时 5 分钟` / `1 h 5 min`. */
export function spanInWords(ms: number, locale: Locale): string {
	const minutes = Math.floor(ms / MINUTE_MS);
	if (minutes < HOUR_MINUTES) return minutesInWords(ms, locale);
	const [hours, rest] = [Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES];
	const [hour, minute] = locale === "zh" ? [`${hours} 小时`, ` ${rest} 分钟`] : [`${hours} h`, ` ${rest} min`];
	return rest === 0 ? hour : hour + minute;
}

/** How long ago something was: `刚刚` / `just now`, then `18 分钟前` / `18 min ago`. */
export function agoInWords(ms: number, locale: Locale): string {
	const isNow = ms < MINUTE_MS;
	if (locale === "zh") return isNow ? "刚刚" : `${spanInWords(ms, locale)}前`;
	return isNow ? "just now" : `${spanInWords(ms, locale)} ago`;
}

/** Minutes and seconds for a running time: `4:07`. */
export function stopwatch(ms: number): string {
	const seconds = Math.max(0, Math.floor(ms / 1_000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (format === undefined) {
		format = new Intl.DateTimeFormat(language, { ...options, timeZone });
		formats.set(key, format);
	}
	return format;
}

/** Clock time in the branch's time zone, 24 hours: `09:30`, with seconds `09:30:05`. */
export function clockTime(at: number, timeZone: string, { seconds = false } = {}): string {
	const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
	return formatOf("en-GB", timeZone, seconds ? { ...options, second: "2-digit" } : options).format(at);
}

/** As `clockTime`, for a time at which something ends: midnight is `24:00`, the end of the day. */
export function closingTime(at: number, timeZone: string): string {
	const time = clockTime(at, timeZone);
	return time === "00:00" ? "24:00" : time;
}

/** Day and weekday in the branch's time zone: `11月21日 星期六` / `Saturday 21 November`. */
export function dayInWords(at: number, timeZone: string, locale: Locale): string {
	const part = (options: Intl.DateTimeFormatOptions) =>
		formatOf(locale === "zh" ? "zh-CN" : "en-GB", timeZone, options).format(at);
	const day = part({ month: "long", day: "numeric" });
	const weekday = part({ weekday: "long" });
	return locale === "zh" ? `${day} ${weekday}` : `${weekday} ${day}`;
}

/** A whole date in the branch's time zone: `2026年11月21日 星期六` / `Saturday 21 November 2026`. */
export function dateInWords(at: number, timeZone: string, locale: Locale): string {
	const year = formatOf("en-GB", timeZone, { year: "numeric" }).format(at);
	const day = dayInWords(at, timeZone, locale);
	return locale === "zh" ? `${year}年${day}` : `${day} ${year}`;
}

/** `3 人` / `3 people` / `1 person`. */
export function people(count: number, locale: Locale): string {
	if (locale === "zh") return `${count} 人`;
	return count === 1 ? "1 person" : `${count} people`;
}

/** The calendar day in the branch's time zone, as a business day is written: `2026-11-21`. */
export function localDay(at: number, timeZone: string): string {
	return formatOf("sv-SE", timeZone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}
