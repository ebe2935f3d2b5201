import { Button } from "antd";
import { goTo } from "../frame/address.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { DayField } from "../parts/form/day-field.tsx";
import { Field } from "../parts/form/field.tsx";
import { useWords } from "../words/words.ts";

const DAYS = [
	["from", "daysFrom"],
	["to", "daysTo"],
] as const;
const REGION = /^(?!bank$)[a-z0-9]+$/;

/** Filters of the days; they stand in the address. */
export function DaysFilter({ query }: { readonly query: URLSearchParams }) {
	const { t } = useWords();
	const filter = (name: string, value: string | undefined) =>
		goTo(["days"], { ...Object.fromEntries(query), [name]: value });
	return (
		<search className="toolbar">
			<Field label={t("branchRegion")}>
				{(id) => (
					<NodeSelect
						id={id}
						allowClear
						selectable={(nodeId) => REGION.test(nodeId)}
						value={query.get("region") ?? undefined}
						onChange={(nodeId) => filter("region", nodeId)}
					/>
				)}
			</Field>
			{DAYS.map(([name, word]) => (
				<DayField
					key={name}
					label={t(word)}
					value={query.get(name) ?? undefined}
					onChange={(day) => filter(name, day)}
				/>
			))}
			{query.size > 0 && <Button onClick={() => goTo(["days"])}>{t("clear")}</Button>}
		</search>
	);
}
