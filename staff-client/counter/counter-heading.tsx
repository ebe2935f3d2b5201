import type { StaffCounter } from "../../schema/hall/view.ts";
import type { Hall } from "../hall/hall.ts";
import { useWords } from "../words/words.ts";

/** The counter's name, and its mode when it has several. */
export function CounterHeading({ hall, counter }: { readonly hall: Hall; readonly counter: StaffCounter }) {
	const { name } = useWords();
	const modes = [...hall.modes.values()].filter((mode) => mode.counterId === counter.id);
	const mode = modes.find((each) => each.modeId === counter.modeId);
	return (
		<>
			{name(counter.label)}
			{modes.length > 1 && mode && <span className="tag small">{name(mode.name)}</span>}
		</>
	);
}
