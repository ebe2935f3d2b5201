import { expect, it } from "vitest";
import { AnswerWatch } from "../../../client-kit/live/answer-watch.ts";
import type { Connection } from "../../../client-kit/live/connection.ts";

const LIVE: Connection = { status: "live" };

/** A watch that looks twice a second, over a line that is last heard when the test says so. */
function aWatch() {
	const line = { now: 0, heardAt: 0, pings: 0, offline: false, changes: 0 };
	const watch = new AnswerWatch({
		monotonicMs: () => line.now,
		heardAt: () => line.heardAt,
		ping: () => line.pings++,
		isOffline: () => line.offline,
		onChange: () => line.changes++,
	});
	return {
		line,
		shown: (connection = LIVE) => watch.shown(connection).status,
		until(end: number, answers: boolean) {
			for (; line.now < end; line.now += 500) {
				const before = line.pings;
				watch.look();
				if (answers && line.pings > before) line.heardAt = line.now;
			}
			watch.look();
		},
	};
}

it("[LIVE-10] stays live while pings are answered", () => {
	const { line, shown, until } = aWatch();
	until(60_000, true);
	expect([shown(), line.changes]).toEqual(["live", 0]);
	expect(line.pings).toBeGreaterThan(30);
});

it("[LIVE-10] doubts within 3 s of the last word, says so once, and is live again with the next", () => {
	const { line, shown, until } = aWatch();
	until(3_000, false);
	expect([shown(), line.pings, line.changes]).toEqual(["amber", 1, 1]);
	line.heardAt = line.now;
	until(3_500, true);
	expect([shown(), line.changes]).toEqual(["live", 2]);
});

it("[LIVE-10] believes a browser that says it has no network, and hides nothing worse", () => {
	const { line, shown, until } = aWatch();
	line.offline = true;
	until(0, false);
	expect([shown(), line.changes]).toEqual(["amber", 1]);
	expect([shown({ status: "lost" }), shown({ status: "connecting" })]).toEqual(["lost", "connecting"]);
});
