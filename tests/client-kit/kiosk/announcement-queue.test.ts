import { describe, expect, it } from "vitest";
import { localVoice } from "../../../client-kit/language/voice.ts";
import {
	type AnnouncementQueue,
	absorbCalls,
	beginNext,
	EMPTY_QUEUE,
	endCurrent,
} from "../../../display-client/announcement/announcement-queue.ts";
import { spokenCall, spokenIn } from "../../../display-client/announcement/spoken-call.ts";
import type { PublicCall } from "../../../schema/hall/view.ts";
import { ANNOUNCE_MAX_AGE_MS } from "../../../schema/limits.ts";

const NOW = 1_000_000;
const call = (id: string, calledAt = NOW, more: Partial<PublicCall> = {}): PublicCall => ({
	id,
	counterId: "1",
	calledAt,
	active: true,
	...more,
});
const numbers = (queue: AnnouncementQueue) => [queue.current?.id ?? null, ...queue.waiting.map((each) => each.id)];

describe("announcement queue", () => {
	it("[SCR-2] announces one at a time, oldest call first", () => {
		let queue = beginNext(absorbCalls(EMPTY_QUEUE, [call("A002", NOW), call("A001", NOW - 5)], NOW));
		expect(numbers(queue)).toEqual(["A001", "A002"]);
		expect(beginNext(queue)).toBe(queue);
		queue = beginNext(endCurrent(queue));
		expect(numbers(queue)).toEqual(["A002"]);
		expect(numbers(beginNext(endCurrent(queue)))).toEqual([null]);
	});

	it("[SCR-2] announces each call once, however often the board is looked at", () => {
		const calls = [call("A001")];
		let queue = beginNext(absorbCalls(EMPTY_QUEUE, calls, NOW));
		queue = absorbCalls(queue, calls, NOW + 10);
		expect(numbers(queue)).toEqual(["A001"]);
		queue = absorbCalls(endCurrent(queue), [...calls], NOW + 20);
		expect(numbers(queue)).toEqual([null]);
	});

	it("[SCR-2] announces a recall again, even of the number being announced", () => {
		const first = beginNext(absorbCalls(EMPTY_QUEUE, [call("A001")], NOW));
		const again = absorbCalls(first, [call("A001", NOW + 3_000)], NOW + 3_000);
		expect(numbers(again)).toEqual(["A001", "A001"]);
	});

	it("[SCR-2] announces once what was recalled while it waited", () => {
		const queue = beginNext(absorbCalls(EMPTY_QUEUE, [call("A001", NOW - 9), call("A002")], NOW));
		const later = absorbCalls(queue, [call("A001", NOW - 9), call("A002", NOW + 5)], NOW + 5);
		expect(numbers(later)).toEqual(["A001", "A002"]);
		expect(later.waiting[0]?.calledAt).toBe(NOW + 5);
	});

	it("[SCR-1] shows, and never speaks, calls that are older than the limit when the screen comes back", () => {
		const stale = call("A001", NOW - ANNOUNCE_MAX_AGE_MS - 1);
		const fresh = call("A002", NOW - ANNOUNCE_MAX_AGE_MS);
		const queue = absorbCalls(EMPTY_QUEUE, [stale, fresh], NOW);
		expect(numbers(queue)).toEqual([null, "A002"]);
		expect(numbers(absorbCalls(endCurrent(beginNext(queue)), [stale, fresh], NOW))).toEqual([null]);
	});

	it("[SCR-2] drops a waiting call whose customer has left, or that left the board", () => {
		const queue = beginNext(
			absorbCalls(EMPTY_QUEUE, [call("A001", NOW - 9), call("A002", NOW - 5), call("A003")], NOW),
		);
		const left = absorbCalls(queue, [call("A001", NOW - 9), call("A002", NOW - 5, { active: false })], NOW);
		expect(numbers(left)).toEqual(["A001"]);
	});

	it("[SCR-2] drops a waiting call whose customer is being served already", () => {
		const queue = beginNext(absorbCalls(EMPTY_QUEUE, [call("A001", NOW - 9), call("A002", NOW - 5)], NOW));
		const come = absorbCalls(queue, [call("A001", NOW - 9), call("A002", NOW - 5, { serving: true })], NOW);
		expect(numbers(come)).toEqual(["A001"]);
	});

	it("[VIEW-4] [SCR-2] of twenty called at once announces each, one after the other, and once", () => {
		const calls = Array.from({ length: 20 }, (_, index) => call(`A${index}`, NOW + index));
		let queue = beginNext(absorbCalls(EMPTY_QUEUE, calls, NOW + 20));
		const announced: (string | null)[] = [];
		// Each takes a while, so that the last is announced long after its call.
		for (let turn = 1; queue.current !== null; turn++) {
			announced.push(queue.current.id);
			queue = beginNext(absorbCalls(endCurrent(queue), calls, NOW + turn * 6_000));
		}
		expect(announced).toEqual(calls.map(({ id }) => id));
	});

	it("[SCR-2] does not announce a call that is over when it is first seen", () => {
		expect(numbers(absorbCalls(EMPTY_QUEUE, [call("A001", NOW, { active: false })], NOW))).toEqual([null]);
	});

	it("[SCR-2] remembers no more numbers than the board holds", () => {
		let queue = EMPTY_QUEUE;
		for (let index = 0; index < 500; index++) queue = absorbCalls(queue, [call(`A${index}`, NOW + index)], NOW + index);
		expect(queue.seen.size).toBe(1);
		expect(queue.waiting).toHaveLength(1);
	});
});

it("[SCR-2] reads the digits of a number one by one, in both languages", () => {
	expect(spokenCall("A012", { zh: "3号窗口", en: "Counter 3" })).toEqual({
		zh: "请 A 零 一 二 号，到3号窗口",
		en: "Ticket A zero one two, please go to Counter 3",
	});
});

it("[SCR-2] [TKT-17] says a call in the customer's own language first", () => {
	expect(spokenIn(undefined)).toEqual(["zh", "en"]);
	expect(spokenIn("en")).toEqual(["en", "zh"]);
});

it("[SCR-2] speaks only with voices of the device itself, and Mandarin rather than another Chinese", () => {
	const voice = (lang: string, localService: boolean): SpeechSynthesisVoice => ({
		lang,
		localService,
		name: lang,
		default: false,
		voiceURI: lang,
	});
	const voices = [voice("zh-CN", false), voice("zh-HK", true), voice("en_GB", true), voice("cmn-Hans-CN", true)];
	expect(localVoice("zh", voices)?.lang).toBe("cmn-Hans-CN");
	expect(localVoice("en", voices)?.lang).toBe("en_GB");
	expect(localVoice("zh", voices.slice(0, 3))).toBeUndefined();
	expect(localVoice("en", [])).toBeUndefined();
});
