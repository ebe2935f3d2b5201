const RUNS = "012345678901234 098765432109876";

/** Six digits that anybody would try first: one digit six times, a run up or down, or a group repeated. */
export function isWeakPin(pin: string): boolean {
	return /^(\d)\1+$/.test(pin) || /^(\d{2})\1\1$/.test(pin) || /^(\d{3})\1$/.test(pin) || RUNS.includes(pin);
}
