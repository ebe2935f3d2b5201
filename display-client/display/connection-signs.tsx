import { clockTime, localDay } from "../../client-kit/language/format.ts";
import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";

const HALF_DAY_MS = 43_200_000;

/** Small sign in the head: shown only while the board may be out of date or its sound is shut off. */
export function HeadSigns({ model }: { model: BoardModel }) {
	const time = asOf(model);
	return (
		<div class="signs">
			{model.connection.value.status === "amber" && time !== null && (
				<p class="sign sign-amber">
					<Mark sign="!" /> <Both text={inBoth("dataAsOf", { time })} />
				</p>
			)}
			{model.options.announcer.sound.value === "blocked" && (
				<p class="sign sign-sound">
					<Mark sign="♪" /> <Both text={inBoth("touchForSound")} />
				</p>
			)}
		</div>
	);
}

/** Large notice over the board when nothing was heard for a minute; the last state stays below it. */
export function LostNotice({ model }: { model: BoardModel }) {
	if (model.connection.value.status !== "lost") return null;
	const time = asOf(model);
	return (
		<section class="lost" role="alert">
			<h1>
				<Mark sign="!" /> <Both text={inBoth("lostTitle")} />
			</h1>
			<p>
				<Both text={time === null ? inBoth("lostTextNothing") : inBoth("lostText", { time })} />
			</p>
		</section>
	);
}

/** A sign beside the words, for who sees no colours; drawn, because not every screen's font holds such signs. */
function Mark({ sign }: { sign: string }) {
	return (
		<span class="mark" aria-hidden="true">
			{sign}
		</span>
	);
}

function asOf(model: BoardModel): string | null {
	const at = model.asOf.value;
	const branch = model.branch.value;
	if (at === null || branch === undefined) return null;
	const { timeZone } = branch;
	const isOfToday = (model.now.value ?? at) - at < HALF_DAY_MS;
	return (isOfToday ? "" : `${localDay(at, timeZone)} `) + clockTime(at, timeZone);
}
