/** How long a secret that somebody chooses for themselves may be, in characters. */
export const PASSWORD_MIN_CHARS = 10;
export const PASSWORD_MAX_CHARS = 128;
export const PIN_CHARS = 6;

/** A PIN is so many digits and nothing else. */
export const PIN_FORM = new RegExp(`^\\d{${PIN_CHARS}}$`);

/** Whether what was typed can be a PIN. */
export function isPin(typed: string): boolean {
	return PIN_FORM.test(typed);
}
