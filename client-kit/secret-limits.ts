/** How long what somebody chooses may be; the contract's own rules would bring the validator along. */
export const PASSWORD_MIN_CHARS = 10;
export const PASSWORD_MAX_CHARS = 128;
export const PIN_CHARS = 6;

export function isPin(typed: string): boolean {
	return typed.length === PIN_CHARS && /^\d+$/.test(typed);
}
