import { Icon } from "../../react-kit/icon.tsx";
import type { StaffCounter } from "../../schema/hall/view.ts";
import { maySitAt } from "../hall/counter-roles.ts";
import type { Hall } from "../hall/hall.ts";
import type { LiveHall } from "../live/use-live-hall.ts";
import { ConnectionNotices } from "../parts/connection-notices.tsx";
import { ACTIVITY_WORD } from "../words/labels.ts";
import { staffName } from "../words/staff-name.ts";
import { useWords } from "../words/words.ts";
import { CounterHeader } from "./counter-header.tsx";

/** Which counter is this machine at? Asked once. */
export function ChooseCounter(props: {
	readonly live: LiveHall;
	readonly hall: Hall;
	readonly staffId: string;
	readonly onChoose: (counterId: string) => void;
}) {
	const { t } = useWords();
	return (
		<div className="page">
			<CounterHeader live={props.live} hall={props.hall} staffId={props.staffId} />
			<ConnectionNotices live={props.live} underway={[]} />
			<main className="scroll">
				<h1>{t("chooseCounter")}</h1>
				<p className="soft">{t("chooseCounterText")}</p>
				<div className="cards">
					{[...props.hall.counters.values()].map((counter) => (
						<CounterCard
							key={counter.id}
							hall={props.hall}
							counter={counter}
							offered={maySitAt(props.hall, counter.id, props.staffId)}
							onPress={() => props.onChoose(counter.id)}
						/>
					))}
				</div>
			</main>
		</div>
	);
}

function CounterCard(props: {
	readonly hall: Hall;
	readonly counter: StaffCounter;
	readonly offered: boolean;
	readonly onPress: () => void;
}) {
	const { hall, counter } = props;
	const words = useWords();
	const { t, name } = words;
	const person = hall.staff.get(counter.staffId ?? "");
	const modes = [...hall.modes.values()].filter((mode) => mode.counterId === counter.id);
	return (
		<button type="button" className={`card pick ${props.offered ? "" : "soft"}`} onClick={props.onPress}>
			<strong className="large">{name(counter.label)}</strong>
			<span className="soft">{modes.map((mode) => name(mode.name)).join(" / ")}</span>
			<span className={`line soft ${person ? "link" : ""}`}>
				<Icon name={person ? "person" : "lock"} />
				{person
					? t("usedBy", { name: staffName(hall, person.id, words) })
					: t(props.offered ? ACTIVITY_WORD.closed : "openNotInRole")}
			</span>
		</button>
	);
}
