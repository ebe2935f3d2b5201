import { useState } from "react";
import type { Session } from "../../client-kit/session/session.ts";
import { maySitAt } from "../hall/counter-roles.ts";
import { useDesk } from "../live/use-desk.ts";
import type { AtBranch } from "../session/own-page.tsx";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { CounterDesk } from "./counter-desk.tsx";

/** The counter a paired pad stands at; null when a person uses the page. */
export function padCounter(session: Session | null): string | null {
	const actor = session?.actors[0];
	return actor?.kind === "device" ? (actor.counterId ?? null) : null;
}

/** The page on a pad: always its own counter, worked by whoever has been signed on there. */
export function CounterOfPad({ live, hall, counterId }: AtBranch & { readonly counterId: string }) {
	const words = useWords();
	const { t } = words;
	const desk = useDesk(live.live);
	const [chosen, setChosen] = useState("");
	const busy = new Set([...hall.counters.values()].map((counter) => counter.staffId));
	const free = [...hall.staff.values()].filter(
		(person) => !busy.has(person.id) && maySitAt(hall, counterId, person.id),
	);
	const staffId = hall.counters.get(counterId)?.staffId ?? (chosen || (free[0]?.id ?? ""));
	const signOn = (
		<label className="field">
			<span>{t("padPerson")}</span>
			<select value={staffId} onChange={(event) => setChosen(event.target.value)}>
				{free.map((person) => (
					<option key={person.id} value={person.id}>
						{staffName(hall, person.id, words)}
					</option>
				))}
			</select>
		</label>
	);
	return (
		<CounterDesk
			key={counterId}
			live={live}
			hall={hall}
			staffId={staffId}
			counterId={counterId}
			desk={desk}
			signOn={signOn}
			onChooseOther={null}
		/>
	);
}
