import { ICON_SHAPES } from "../../client-kit/page/icon-shapes.ts";
import { IconDrawing } from "../../react-kit/icon-drawing.tsx";

const SHAPES = {
	...ICON_SHAPES,
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
} as const;

export type IconName = keyof typeof SHAPES;

export function Icon({ name }: { readonly name: IconName }) {
	return <IconDrawing path={SHAPES[name]} />;
}
