import Form from "@rjsf/antd";
import { useMemo } from "react";
import { sectionOf } from "../../../schema/configuration/sections.ts";
import { useWords } from "../../words/words.ts";
import type { EditorBodyProps } from "./editor-body.ts";
import { FORM_BUTTONS } from "./form-buttons.tsx";
import { formSchemaOf, formUiOf, zodValidator } from "./section-form.ts";
import { TimeField } from "./time-field.tsx";
import { useChoices } from "./use-choices.ts";
import "./section-form.css";

const FIELDS = { NumberField: TimeField };
const TEMPLATES = { ButtonTemplates: FORM_BUTTONS };
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
			templates={TEMPLATES}
			translateString={() => t("configItem")}
			showErrorList={false}
			liveValidate="onBlur"
			onChange={({ formData }) => onChange(formData)}
			onSubmit={onSubmit}
		>
			{children}
		</Form>
	);
}
