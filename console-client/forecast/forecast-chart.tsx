import { useMemo } from "react";
import { Chart } from "../chart/chart.tsx";
import { useWords } from "../words/words.ts";

type ForecastPoint = {
	readonly label: string;
	readonly expected: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly came: number | null;
};

/** What was expected as a line in the band of its range, and what came as points. */
export function ForecastChart({ what, points }: { readonly what: string; readonly points: readonly ForecastPoint[] }) {
	const { t } = useWords();
	const drawn = useMemo(
		() => points.map(({ label, expected, low, high, came }) => ({ label, line: expected, low, high, mark: came })),
		[points],
	);
	return <Chart label={t("forecastChart", { what })} legend={t("forecastKey")} points={drawn} />;
}
