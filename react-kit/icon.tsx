/** Strokes on a 24 unit grid. */
const SHAPES = {
	check: "M5 12.5l4.5 4.5L19 7.5",
	alert: "M12 4L2.8 20h18.4L12 4M12 10v4.5M12 17.2v.3",
	lock: "M6.5 11h11v9h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
	person: "M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8M4.5 20.5c.8-4 3.8-6 7.5-6s6.700 2 7.500 6",
	sun: "M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8M12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400",
	moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500z",
	clock: "M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18",
	pause: "M9 6v12M15 6v12",
	bell: "M6 17V11a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10 21h4",
	hand: "M8 12V6.500a1.500 1.500 0 0 1 3 0V11V4.500a1.500 1.500 0 0 1 3 0V11V6a1.500 1.500 0 0 1 3 0v8a6.500 6.500 0 0 1-6.500 6.500c-3 0-4.500-1.500-5.800-4L3.500 13c1-1.200 2.500-.8 3.200.3z",
	ticket: "M4 7h16v3.500a1.500 1.500 0 0 0 0 3V17H4v-3.500a1.500 1.500 0 0 0 0-3zM14 7v10",
	more: "M5 12h.01M12 12h.01M19 12h.01",
	link: "M7.500 12h9M9 7H7a5 5 0 0 0 0 10h2M15 7h2a5 5 0 0 1 0 10h-2",
	cut: "M9 7H7a5 5 0 0 0 0 10h2M15 7h2a5 5 0 0 1 0 10h-2M4 4l16 16",
	chevron: "M9 5l7 7-7 7",
	close: "M6 6l12 12M18 6L6 18",
	branches: "M4 20V9l8-5 8 5v11M4 20h16M9 20v-6h6v6",
	days: "M4 4v16h16M8.500 16v-5M13 16V7M17.500 16v-7",
	people:
		"M9 5a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7M3 20c.6-3.500 3-5.300 6-5.300s5.400 1.800 6 5.300M16 5.500a3.200 3.200 0 0 1 0 6M17.500 15c2 .6 3.100 2.400 3.500 5",
	institution: "M9 4h6v4H9zM3 16h6v4H3zM15 16h6v4h-6zM12 8v4M6 16v-4h12v4",
	devices: "M3 5h18v11H3zM9 20h6M12 16v4",
	services: "M8 8l-4 4 4 4M16 8l4 4-4 4M13.500 5l-3 14",
	configuration: "M4 7h9M17 7h3M15 4.500v5M4 17h3M11 17h9M9 14.500v5",
	referrals: "M7 4h10v16H7zM10 9h4M10 13h4",
	cases: "M4 5h3v3H4zM10 6.500h10M4 11h3v3H4zM10 12.500h10M4 17h3v3H4zM10 18.500h10",
	ledger: "M5 4h11l3 3v13H5zM9 12l2 2 4-4",
	down: "M6 9l6 6 6-6",
	search: "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l4.500 4.500",
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

/** The only content of a button: its name is read out in the page's language. */
export function NamedIcon({ name, label }: { readonly name: IconName; readonly label: string }) {
	return (
		<>
			<Icon name={name} />
			<span className="unseen">{label}</span>
		</>
	);
}
