import Form from "@rjsf/antd";
import { type RJSFSchema, TranslatableString } from "@rjsf/utils";
import { Button, Checkbox, Input } from "antd";
import { useMemo, useRef, useState } from "react";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { DRAFT_VERSION } from "../../rules/routes/configuration.ts";
import { sectionOf } from "../../schema/configuration/sections.ts";
import type { SectionAt } from "../../schema/endpoint/configuration-endpoints.ts";
import { useChange } from "../data/use-change.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { type PlainWord, useWords } from "../words/words.ts";
import { formSchemaOf, formUiOf, zodValidator } from "./section-form.ts";
import { fieldLabel } from "./section-labels.ts";
import { TimeField } from "./time-field.tsx";
import { TOUCHED } from "./touched.ts";

const NOTE_MAX_CHARS = 200;
/** What the library itself says. */
const BUTTON_WORD: Readonly<Record<string, PlainWord>> = {
	[TranslatableString.AddItemButton]: "configItemAdd",
	[TranslatableString.RemoveButton]: "configItemRemove",
	[TranslatableString.MoveUpButton]: "configItemUp",
	[TranslatableString.MoveDownButton]: "configItemDown",
};
const FIELDS = { NumberField: TimeField };

/** The form that a section's own schema makes, in the words of the section; what holds there now is what it begins with. */
export default function SectionEditor({
	at,
	onSaved,
}: {
	readonly at: SectionAt;
	readonly onSaved: (versionId: string) => void;
}) {
	const { section, nodeId, newest } = at;
	const words = useWords();
	const { t, name } = words;
	const save = useChange(DRAFT_VERSION, TOUCHED);
	const [value, setValue] = useState<unknown>(at.value);
	const [note, setNote] = useState("");
	const [locked, setLocked] = useState<readonly string[]>(at.locked);
	// One intention, one id: a second press is the same draft.
	const commandId = useRef<string>(crypto.randomUUID());
	const definition = sectionOf(section);
	const schema = useMemo(() => formSchemaOf(definition.schema), [definition]);
	const ui = useMemo(() => formUiOf(section, schema, at, name), [section, schema, at, name]);
	const validator = useMemo(() => zodValidator(definition.schema), [definition]);
	const submit = async () => {
		const body = { value: value as object, locked: [...locked], note, basedOn: newest };
		try {
			const input = { params: { nodeId, section }, body };
			const { version } = await save.mutateAsync({ input, options: { commandId: commandId.current } } as never);
			onSaved(version.versionId);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			commandId.current = crypto.randomUUID();
		}
	};
	const lists = Object.keys((schema as RJSFSchema).properties ?? {});
	return (
		<Form
			schema={schema}
			uiSchema={ui}
			formData={value}
			validator={validator}
			fields={FIELDS}
			noHtml5Validate
			translateString={(text) => t(BUTTON_WORD[text] ?? "configItem")}
			showErrorList={false}
			liveValidate="onBlur"
			onChange={({ formData }) => setValue(formData)}
			onSubmit={() => void submit()}
		>
			<fieldset>
				<legend>{t("configLockBelow")}</legend>
				<Checkbox.Group
					value={[...locked]}
					options={lists.map((field) => ({ value: field, label: name(fieldLabel(section, field)) }))}
					onChange={(next) => setLocked(next as string[])}
				/>
			</fieldset>
			<label htmlFor="version-note">
				{t("configNote")}
				<Input
					id="version-note"
					value={note}
					required
					maxLength={NOTE_MAX_CHARS}
					placeholder={t("configNoteRule")}
					autoComplete="off"
					onChange={({ target }) => setNote(target.value)}
				/>
			</label>
			{save.error instanceof Refusal && <ProblemNotice refusal={save.error} />}
			<Button type="primary" htmlType="submit" loading={save.isPending} disabled={note.trim() === ""}>
				{t("configDraftSave")}
			</Button>
		</Form>
	);
}
