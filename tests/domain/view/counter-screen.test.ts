import { expect, it } from "vitest";
import { displayView } from "../../../worker/domain/view/display-view.ts";
import { aDay, CHEN, LIU, open, XU } from "../a-day.ts";

const pause = (counterId: string) => ({ type: "pause-counter", counterId, reason: "lunch" }) as const;
const insteadOf = (day: ReturnType<typeof aDay>, counterId: string) =>
	displayView(day.state).counters.find((counter) => counter.id === counterId)?.instead;

it("[SCR-10] a paused counter names the open ones that do all it does, and none that is hidden or cannot", () => {
	const day = aDay().given([LIU, open("1")], [CHEN, open("2")], [XU, open("8")]);
	expect(insteadOf(day, "1")).toBeUndefined();
	day.given([LIU, pause("1")]);
	expect(insteadOf(day, "1")).toEqual(["2"]);
	day.given([CHEN, pause("2")]);
	expect(insteadOf(day, "1")).toEqual([]);
	day.given([LIU, { type: "resume-counter", counterId: "1" }]);
	expect(insteadOf(day, "1")).toBeUndefined();
});
