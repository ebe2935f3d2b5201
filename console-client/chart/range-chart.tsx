import "./chart.css";
import { type ReactNode, useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";

/** A place on the chart; what is null is not drawn there. */
export type ChartPoint = {
	readonly label: string;
	readonly line: number | null;
	/** Ends of the band. */
	readonly low: number | null;
	readonly high: number | null;
	readonly mark: number | null;
};

const HEIGHT_PX = 260;
const LABEL_SPACE_PX = 64;
const POINT_PX = 6;
/** From so many on, the line says it without a point at each. */
const MANY_POINTS = 20;

/** A line, a band and points over the same places. The same figures stand in a table beside it. */
export default function RangeChart(props: {
	readonly label: string;
	readonly points: readonly ChartPoint[];
	/** The end of the scale; left out, a little more than the highest value. */
	readonly top?: number | undefined;
}): ReactNode {
	const { label, points, top } = props;
	const frame = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const place = frame.current;
		if (place === null) return;
		const plot = new uPlot(optionsOf(place, points, top), columnsOf(points), place);
		const watch = new ResizeObserver(() => plot.setSize({ width: place.clientWidth, height: HEIGHT_PX }));
		watch.observe(place);
		return () => {
			watch.disconnect();
			plot.destroy();
		};
	}, [points, top]);
	return <div ref={frame} role="img" aria-label={label} className="chart" />;
}

function columnsOf(points: readonly ChartPoint[]): uPlot.AlignedData {
	return [
		points.map((_, index) => index),
		points.map(({ low }) => low),
		points.map(({ high }) => high),
		points.map(({ line }) => line),
		points.map(({ mark }) => mark),
	];
}

function optionsOf(place: HTMLElement, points: readonly ChartPoint[], top: number | undefined): uPlot.Options {
	const style = getComputedStyle(place);
	const color = (name: string) => style.getPropertyValue(name).trim() || style.color;
	const [line, soft, mark] = [color("--chart-line"), color("--chart-band"), color("--chart-mark")];
	const axis = { stroke: style.color, grid: { stroke: color("--chart-grid"), width: 1 }, ticks: { show: false } };
	const hidden = { stroke: "transparent", points: { show: false } };
	return {
		width: place.clientWidth,
		height: HEIGHT_PX,
		scales: {
			x: { time: false, range: [-0.5, points.length - 0.5] },
			y: { range: (_, _low, high) => [0, top ?? high * 1.1 + 1] },
		},
		axes: [
			{
				...axis,
				space: LABEL_SPACE_PX,
				incrs: [1, 2, 4, 7],
				values: (_, at) => at.map((each) => points[each]?.label ?? ""),
			},
			axis,
		],
		series: [
			{},
			hidden,
			hidden,
			{ stroke: line, width: 2, points: { show: points.length < MANY_POINTS, size: POINT_PX, fill: line } },
			{ stroke: mark, paths: () => null, points: { show: true, size: POINT_PX + 2, fill: mark } },
		],
		bands: [{ series: [2, 1], fill: soft }],
		legend: { show: false },
		cursor: { show: false, drag: { x: false, y: false } },
	};
}
