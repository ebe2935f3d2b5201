import { lazy, Suspense, useSyncExternalStore } from "react";
import { onThemeChange, theme } from "../../client-kit/page/theme.ts";
import type { ChartPoint } from "./range-chart.tsx";

/** Without the chart, which cannot be had while the network is away, the table beside it says the same. */
const RangeChart = lazy(() => import("./range-chart.tsx").catch(() => ({ default: () => null })));

/** A chart of ranges, loaded when the first is looked at; `points` stay the same array while nothing changes. */
export function Chart(props: {
	/** What is drawn, for whoever hears the page. */
	readonly label: string;
	/** What line, band and points stand for. */
	readonly legend: string;
	readonly points: readonly ChartPoint[];
	/** The end of the scale; left out, a little more than the highest value. */
	readonly top?: number;
}) {
	const { label, legend, points, top } = props;
	const shade = useSyncExternalStore(onThemeChange, theme);
	return (
		<>
			<Suspense fallback={<div className="chart" />}>
				{/* A canvas keeps the colours it was painted with. */}
				<RangeChart key={shade} label={label} points={points} top={top} />
			</Suspense>
			<p className="soft">{legend}</p>
		</>
	);
}
