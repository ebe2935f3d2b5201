import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useWords } from "../../words/words.ts";
import { Field } from "./field.tsx";

const FORMAT = "YYYY-MM-DD";
/** Formats with `inWords`: the first one is shown, both can be typed. */
const IN_WORDS = { zh: ["YYYY年M月D日", FORMAT], en: ["D MMMM YYYY", FORMAT] };

/**
 * A calendar day, picked or typed as `YYYY-MM-DD`; months and weekdays are in the page's language, not the browser's. With `inWords`
 * the chosen day is written in words, too.
 */
export function DayField(props: {
	readonly label: string;
	readonly value: string | undefined;
	readonly inWords?: boolean;
	readonly onChange: (day: string | undefined) => void;
}) {
	const { locale } = useWords();
	const { label, value, onChange, inWords = false } = props;
	const day = value === undefined ? null : dayjs(value, FORMAT).locale(locale === "zh" ? "zh-cn" : "en");
	return (
		<Field label={label}>
			{(id) => (
				<DatePicker
					id={id}
					format={inWords ? IN_WORDS[locale] : FORMAT}
					value={day?.isValid() === true ? day : null}
					onChange={(chosen) => onChange(chosen?.format(FORMAT))}
					// Enter takes the day that was typed; it must not send the form as well.
					onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
				/>
			)}
		</Field>
	);
}
