import Form from "@rjsf/antd";
import { TranslatableString } from "@rjsf/utils";
import { useMemo } from "react";
import { sectionOf } from "../../../schema/configuration/sections.ts";
import { type PlainWord, useWords } from "../../words/words.ts";
import type { EditorBodyProps } from "./editor-body.ts";
import { formSchemaOf, formUiOf, zodValidator } from "./section-form.ts";
import { TimeField } from "./time-field.tsx";
import { useChoices } from "./use-choices.ts";
import "./section-form.css";

/** What the library itself says. */
const BUTTON_WORD: Readonly<Record<string, PlainWord>> = {
	[TranslatableString.AddItemButton]: "configItemAdd",
	[TranslatableString.RemoveButton]: "configItemRemove",
	[TranslatableString.MoveUpButton]: "configItemUp",
	[TranslatableString.MoveDownButton]: "configItemDown",
};
const FIELDS = { NumberField: TimeField };
/** What a group is called stands at its beginning, as the name of a field does. */
const LABELS = { labelAlign: "left", colon: false };

/** The form that a section's own schema makes, in the words of the section. */
export default function SchemaBody({ at, value, onChange, onSubmit, children }: EditorBodyProps) {
	const { section } = at;
	const { t, name } = useWords();
	const definition = sectionOf(section);
	const choicesAt = useChoices(at.nodeId, section, value);
	const schema = useMemo(() => formSchemaOf(definition.schema, choicesAt), [definition, choicesAt]);
	const ui = useMemo(() => formUiOf(section, schema, at, name, choicesAt), [section, schema, at, name, choicesAt]);
	const validator = useMemo(() => zodValidator(definition.schema, name), [definition, name]);
	return (
		<Form
			schema={schema}
			uiSchema={ui}
			formData={value}
			validator={validator}
			fields={FIELDS}
			formContext={LABELS}
			noHtml5Validate
			translateString={(text) => t(BUTTON_WORD[text] ?? "configItem")}
			showErrorList={false}
			liveValidate="onBlur"
			onChange={({ formData }) => onChange(formData)}
			onSubmit={onSubmit}
		>
			{children}
		</Form>
	);
}
