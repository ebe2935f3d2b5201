import { Form, Select } from "antd";
import { useWords } from "../words/words.ts";

const DAYS = [30, 90, 180, 365] as const;
export const USUAL_DAYS = 90 satisfies (typeof DAYS)[number];

/** For how long an account lasts from now, below `lastsDays` in the form's values. */
export function LastsField() {
	const { t } = useWords();
	return (
		<Form.Item name="lastsDays" label={t("serviceLasts")}>
			<Select options={DAYS.map((days) => ({ value: days, label: t("serviceDays", { count: days }) }))} />
		</Form.Item>
	);
}
