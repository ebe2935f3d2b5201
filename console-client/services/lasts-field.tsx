import { Form, Select } from "antd";
import type { ServiceAccount } from "../../schema/people/service-account.ts";
import { useWords } from "../words/words.ts";

const DAYS = [30, 90, 180, 365] as const;
export const USUAL_DAYS = 90 satisfies (typeof DAYS)[number];

const DAY_MS = 86_400_000;

/** As long again as the account was given last, so that nobody makes it end sooner by leaving the field as it is. */
export function sameDays({ createdAt, rotatedAt, expiresAt }: ServiceAccount): number {
	const days = (expiresAt - (rotatedAt ?? createdAt)) / DAY_MS;
	return DAYS.find((each) => each >= days) ?? Math.max(...DAYS);
}

/** For how long an account lasts from now, below `lastsDays` in the form's values. */
export function LastsField() {
	const { t } = useWords();
	return (
		<Form.Item name="lastsDays" label={t("serviceLasts")}>
			<Select options={DAYS.map((days) => ({ value: days, label: t("serviceDays", { count: days }) }))} />
		</Form.Item>
	);
}
