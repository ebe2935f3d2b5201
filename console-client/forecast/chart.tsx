import { lazy, Suspense, useSyncExternalStore } from "react";
import { onThemeChange, theme } from "../../client-kit/page/theme.ts";
import { useWords } from "../words/words.ts";
import type { ChartPoint } from "./range-chart.tsx";

/** Without the chart, which cannot be had while the network is away, the table below it says the same. */
const RangeChart = lazy(() => import("./range-chart.tsx").catch(() => ({ default: () => null })));

/** A chart of ranges, loaded when the first is looked at. */
export function Chart({ what, points }: { readonly what: string; readonly points: readonly ChartPoint[] }) {
	const { t } = useWords();
	const shade = useSyncExternalStore(onThemeChange, theme);
	return (
		<>
			<Suspense fallback={<div className="chart" />}>
				{/* A canvas keeps the colours it was painted with. */}
				<RangeChart key={shade} label={t("forecastChart", { what })} points={points} />
			</Suspense>
			<p className="soft">{t("forecastKey")}</p>
		</>
	);
}
