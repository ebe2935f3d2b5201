import { Select } from "antd";
import { useWords } from "../../words/words.ts";
import { Field } from "./field.tsx";

/** A filter of a list: one of several values, or all. */
export function FilterSelect(props: {
	readonly label: string;
	readonly value: string | null;
	readonly options: readonly { readonly value: string; readonly label: string }[];
	/** Called with undefined for all. */
	readonly onChange: (value: string | undefined) => void;
	/** For many values: lets one type to find a label. */
	readonly search?: boolean;
}) {
	const { t } = useWords();
	return (
		<Field label={props.label}>
			{(id) => (
				<Select<string | undefined>
					id={id}
					allowClear
					placeholder={t("all")}
					value={props.value ?? undefined}
					onChange={props.onChange}
					options={[...props.options]}
					popupMatchSelectWidth={false}
					{...(props.search && { showSearch: { optionFilterProp: "label" } })}
				/>
			)}
		</Field>
	);
}
