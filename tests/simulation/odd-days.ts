/** Days that a calendar trips over, with what they are. */
export const ODD_DAYS = [
	["a Sunday of the Spring Festival", "2027-02-07"],
	["the last day of a year", "2026-12-31"],
	["29 February", "2028-02-29"],
] as const;
