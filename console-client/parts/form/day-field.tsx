import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useWords } from "../../words/words.ts";
import { Field } from "./field.tsx";

const FORMAT = "YYYY-MM-DD";

/** A calendar day, picked or typed as `YYYY-MM-DD`; months and weekdays in the page's language, not the browser's. */
export function DayField(props: {
	readonly label: string;
	readonly value: string | undefined;
	readonly onChange: (day: string | undefined) => void;
}) {
	const { locale } = useWords();
	const { label, value, onChange } = props;
	const day = value === undefined ? null : dayjs(value, FORMAT).locale(locale === "zh" ? "zh-cn" : "en");
	return (
		<Field label={label}>
			{(id) => (
				<DatePicker
					id={id}
					format={FORMAT}
					value={day?.isValid() === true ? day : null}
					onChange={(chosen) => onChange(chosen?.format(FORMAT))}
				/>
			)}
		</Field>
	);
}
