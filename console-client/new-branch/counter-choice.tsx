import { Checkbox, Form } from "antd";
import { useEffect } from "react";
import { useWords } from "../words/words.ts";
import type { BranchValues } from "./branch-form.tsx";
import { type Origin, unserved, usualCounters } from "./branch-plan.ts";

/** Which counters of its origin the new branch has; what none of them can do is named, and is not offered there. */
export function CounterChoice({ origin }: { readonly origin: Origin }) {
	const { t, name, locale } = useWords();
	const form = Form.useFormInstance<BranchValues>();
	const chosen = Form.useWatch("counterIds", form) ?? [];
	useEffect(() => {
		form.setFieldValue("counterIds", usualCounters(origin, form.getFieldValue("kind")));
	}, [origin, form]);
	const zones = new Map(origin.zones.map((zone) => [zone.id, zone.name]));
	const left = unserved(origin, chosen);
	return (
		<>
			<Form.Item
				name="counterIds"
				label={t("newBranchCounters")}
				rules={[{ type: "array", min: 1, message: t("newBranchNoCounter") }]}
			>
				<Checkbox.Group
					options={origin.counters.map(({ id, label, zone, modes: [mode] }) => ({
						value: id,
						label: `${name(label)} · ${mode ? name(mode.name) : ""} · ${name(zones.get(zone) ?? { zh: zone, en: zone })}`,
					}))}
				/>
			</Form.Item>
			{left.length > 0 && chosen.length > 0 && (
				<p role="status">
					{t("newBranchLeft", {
						services: left.map((service) => name(service.name)).join(locale === "zh" ? "、" : ", "),
					})}
				</p>
			)}
		</>
	);
}
