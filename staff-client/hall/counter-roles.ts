import type { StaffMode } from "../../schema/hall/view.ts";
import type { Hall } from "./hall.ts";

/** The modes in which this person may run a counter: those of a kind at which a role of theirs works. */
export function modesFor(hall: Hall, counterId: string, staffId: string): readonly StaffMode[] {
	const kinds = hall.staff.get(staffId)?.counterKinds;
	return [...hall.modes.values()].filter(
		// A branch that says nothing of kinds decides by itself.
		({ counterId: at, kind }) => at === counterId && (!kinds || !kind || kinds.includes(kind)),
	);
}

/** False for somebody of the branch no role of whom works at this counter, in whatever mode. */
export function maySitAt(hall: Hall, counterId: string, staffId: string): boolean {
	return !hall.staff.has(staffId) || modesFor(hall, counterId, staffId).length > 0;
}

/** The mode to open a counter in: the one chosen, else its present one, else the first this person may run. */
export function modeToOpen(modes: readonly StaffMode[], chosen: string | null, present: string): string {
	const usable = (modeId: string | null) => modes.some((mode) => mode.modeId === modeId);
	if (chosen !== null && usable(chosen)) return chosen;
	return usable(present) ? present : (modes[0]?.modeId ?? present);
}
