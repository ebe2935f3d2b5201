import { ICON_SHAPES } from "../../client-kit/page/icon-shapes.ts";
import { IconDrawing } from "../../react-kit/icon-drawing.tsx";

const SHAPES = {
	...ICON_SHAPES,
	branches: "M4 20V9l8-5 8 5v11M4 20h16M9 20v-6h6v6",
	days: "M4 4v16h16M8.500 16v-5M13 16V7M17.500 16v-7",
	people:
		"M9 5a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7M3 20c.6-3.500 3-5.300 6-5.300s5.400 1.800 6 5.300M16 5.500a3.200 3.200 0 0 1 0 6M17.500 15c2 .6 3.100 2.400 3.500 5",
	institution: "M9 4h6v4H9zM3 16h6v4H3zM15 16h6v4h-6zM12 8v4M6 16v-4h12v4",
	devices: "M3 5h18v11H3zM9 20h6M12 16v4",
	services: "M8 8l-4 4 4 4M16 8l4 4-4 4M13.500 5l-3 14",
	referrals: "M7 4h10v16H7zM10 9h4M10 13h4",
	cases: "M4 5h3v3H4zM10 6.500h10M4 11h3v3H4zM10 12.500h10M4 17h3v3H4zM10 18.500h10",
	ledger: "M5 4h11l3 3v13H5zM9 12l2 2 4-4",
	down: "M6 9l6 6 6-6",
	search: "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16 16l4.500 4.500",
	clear: "M6 6l12 12M18 6L6 18",
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }) {
	return <IconDrawing path={SHAPES[name]} />;
}

/** The only content of a button: in place of antd's own, whose names are English in every language. */
export function NamedIcon({ name, label }: { readonly name: IconName; readonly label: string }) {
	return (
		<>
			<Icon name={name} />
			<span className="unseen">{label}</span>
		</>
	);
}
