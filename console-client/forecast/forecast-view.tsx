import { Alert, Select } from "antd";
import { useState } from "react";
import { CONFIGURATION, FORECAST } from "../../rules/routes/branch.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo } from "../frame/address.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { Field } from "../parts/form/field.tsx";
import { percent } from "../parts/percent.ts";
import { PrintButton } from "../parts/print-button.tsx";
import { Reading } from "../parts/reading.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { ForecastDays } from "./forecast-days.tsx";
import { HalfHours } from "./half-hours.tsx";
import { PastForecasts } from "./past-forecasts.tsx";

const ASK_EVERY_MS = 60_000;

/** Whom a branch expects today and in the days after it, and how well it expected lately. */
export function ForecastView({ branchId }: { readonly branchId: string }) {
	const { t, name } = useWords();
	const nodeName = useNodeName();
	const [service, setService] = useState<string>();
	const [chosen, setChosen] = useState<string>();
	const { data: configuration } = useRead(CONFIGURATION, { params: { branchId } });
	const read = useRead(FORECAST, { params: { branchId }, query: { service } }, { everyMs: ASK_EVERY_MS });
	const forecast = read.data;
	const day =
		forecast?.days.find(({ businessDay }) => businessDay === chosen) ?? forecast?.days.find(({ whole }) => whole);
	const found = configuration?.services.find(({ id }) => id === service);
	const serviceName = found === undefined ? t("forecastAllServices") : name(found.name);
	return (
		<>
			<ViewHead
				title={t("forecastTitle", { branch: nodeName(branchId) })}
				text={forecast && t("forecastText", { days: forecast.learnedFrom })}
				back={<a href={addressTo(["branches", branchId])}>{t("back")}</a>}
			>
				{day !== undefined && <PrintButton />}
			</ViewHead>
			<p className="on-paper">{t("forecastOf", { service: serviceName })}</p>
			<search className="toolbar">
				<Field label={t("forecastService")}>
					{(id) => (
						<Select
							id={id}
							value={service ?? ""}
							onChange={(value) => setService(value === "" ? undefined : value)}
							options={[
								{ value: "", label: t("forecastAllServices") },
								...(configuration?.services ?? []).map((each) => ({ value: each.id, label: name(each.name) })),
							]}
						/>
					)}
				</Field>
			</search>
			{forecast === undefined && <Reading read={read} />}
			{forecast !== undefined && read.error !== null && <Reading read={read} part />}
			{forecast?.yearsMissing.map((year) => (
				<Alert key={year} type="warning" showIcon title={t("forecastYearMissing", { year })} />
			))}
			{forecast !== undefined && forecast.pooledFrom > 0 && <p>{t("forecastPooled", { days: forecast.pooledFrom })}</p>}
			{forecast !== undefined && day === undefined && <p className="panel">{t("forecastNothing")}</p>}
			{forecast !== undefined && day !== undefined && (
				<>
					<ForecastDays days={forecast.days} chosen={day.businessDay} onChoose={setChosen} />
					<HalfHours day={day} />
				</>
			)}
			{forecast !== undefined && forecast.past.length > 0 && (
				<PastForecasts
					past={forecast.past}
					summary={
						forecast.held &&
						t("forecastHeld", {
							days: forecast.held.days,
							told: forecast.held.told,
							error: percent(forecast.held.error),
							within: percent(forecast.held.within),
						})
					}
				/>
			)}
		</>
	);
}
