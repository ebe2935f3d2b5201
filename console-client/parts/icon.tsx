/** Strokes on a 24 unit grid. */
const SHAPES = {
	branches: "M4 20V9l8-5 8 5v11M4 20h16M9 20v-6h6v6",
	people:
		"M9 5a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7M3 20c.6-3.500 3-5.300 6-5.300s5.400 1.800 6 5.300M16 5.500a3.200 3.200 0 0 1 0 6M17.500 15c2 .6 3.100 2.400 3.500 5",
	institution: "M9 4h6v4H9zM3 16h6v4H3zM15 16h6v4h-6zM12 8v4M6 16v-4h12v4",
	devices: "M3 5h18v11H3zM9 20h6M12 16v4",
	referrals: "M7 4h10v16H7zM10 9h4M10 13h4",
	ledger: "M5 4h11l3 3v13H5zM9 12l2 2 4-4",
	mine: "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4.500 20.500c.8-4 3.800-6 7.500-6s6.700 2 7.500 6",
	lock: "M6.500 11h11v9h-11zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
	sun: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
	moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z",
	alert: "M12 4L2.800 20h18.400L12 4M12 10v4.500M12 17.200v.3",
	check: "M5 12.500l4.500 4.500L19 7.500",
} as const;

export type IconName = keyof typeof SHAPES;

/** A sign beside a word; the word carries the meaning, so readers skip the sign. */
export function Icon({ name }: { readonly name: IconName }) {
	return (
		<svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
			<path d={SHAPES[name]} />
		</svg>
	);
}
