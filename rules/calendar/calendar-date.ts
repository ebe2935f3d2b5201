const MONTHS_BEFORE_MARCH = 2;
const DAYS_OF_ERA = 146_097;
const EPOCH_FROM_MARCH_YEAR_0 = 719_468;

/** Days since 1 January 1970 of `YYYY-MM-DD` (Hinnant's `days_from_civil`). */
export function dayNumber(date: string): number {
	const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
	const y = month <= MONTHS_BEFORE_MARCH ? year - 1 : year;
	const era = Math.floor(y / 400);
	const yearOfEra = y - era * 400;
	const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * DAYS_OF_ERA + dayOfEra - EPOCH_FROM_MARCH_YEAR_0;
}

/** `YYYY-MM-DD` of a day number. */
export function dateOf(number: number): string {
	const shifted = number + EPOCH_FROM_MARCH_YEAR_0;
	const era = Math.floor(shifted / DAYS_OF_ERA);
	const dayOfEra = shifted - era * DAYS_OF_ERA;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
	const month = ((monthFromMarch + 2) % 12) + 1;
	const year = yearOfEra + era * 400 + (month <= MONTHS_BEFORE_MARCH ? 1 : 0);
	return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(number: number): number {
	return ((((number + 3) % 7) + 7) % 7) + 1;
}
