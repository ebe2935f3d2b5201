import { getDefaultRegistry } from "@rjsf/core";
import type { FieldProps } from "@rjsf/utils";
import { keptUnits, shownUnits } from "./units.ts";

const { NumberField } = getDefaultRegistry().fields;

/** A number as people write it: times in the unit that its label names, kept in milliseconds. */
export function TimeField(props: FieldProps) {
	const { name, formData, onChange } = props;
	if (!name.endsWith("Ms") || NumberField === undefined)
		return NumberField === undefined ? null : <NumberField {...props} />;
	const shown = typeof formData === "number" ? shownUnits(name, formData) : formData;
	const { minimum, maximum, ...schema } = props.schema;
	const change: typeof onChange = (next, ...rest) =>
		onChange(typeof next === "number" ? keptUnits(name, next) : next, ...rest);
	return <NumberField {...props} schema={{ ...schema, type: "number" }} formData={shown} onChange={change} />;
}
