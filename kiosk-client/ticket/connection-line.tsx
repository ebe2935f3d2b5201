import { clockTime } from "../../client-kit/language/format.ts";
import type { TicketModel } from "./ticket-model.ts";
import { say } from "./words.ts";

/** Said only when the page may be out of date. */
export function ConnectionLine({ model }: { model: TicketModel }) {
	const { status } = model.connection.value;
	if (status !== "amber" && status !== "lost") return null;
	const at = model.asOf.value;
	const branch = model.branch.value;
	const time = at === null || branch === undefined ? null : clockTime(at, branch.timeZone);
	const text = time === null ? say("lostNothing") : say(status, { time });
	return (
		<p class={`line line-${status}`} role="status">
			<span class="mark" aria-hidden="true">
				!
			</span>
			{text}
		</p>
	);
}
