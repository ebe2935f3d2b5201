import { Button, Checkbox, Input } from "antd";
import { type ComponentType, lazy, useRef, useState } from "react";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { DRAFT_VERSION } from "../../rules/routes/configuration.ts";
import { type SectionId, sectionOf } from "../../schema/configuration/sections.ts";
import type { SectionAt } from "../../schema/endpoint/configuration-endpoints.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { useChange } from "../data/use-change.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { useWords } from "../words/words.ts";
import type { EditorBodyProps } from "./editor/editor-body.ts";
import { FaultsAlert } from "./editor/faults-alert.tsx";
import { propertiesOf } from "./editor/properties.ts";
import { tried } from "./editor/try-draft.ts";
import { fieldLabel } from "./labels/section-labels.ts";
import { TOUCHED } from "./touched.ts";

const NOTE_MAX_CHARS = 200;

const FilePart = lazy(() => import("./editor/file-part.tsx"));
const SchemaBody = lazy(() => import("./editor/schema-body.tsx"));
/** Sections that a form would be a punishment for. */
const BODIES: Partial<Record<SectionId, ComponentType<EditorBodyProps>>> = {
	services: lazy(() => import("./editor/services-body.tsx")),
	counters: lazy(() => import("./editor/counters-body.tsx")),
	calendar: lazy(() => import("./editor/calendar-body.tsx")),
	notices: lazy(() => import("./editor/notices/notices-body.tsx")),
};

/** A draft: the section's value in its editor, what places below may not change, and why. It begins with what holds there now. */
export default function SectionEditor({
	at,
	onSaved,
}: {
	readonly at: SectionAt;
	readonly onSaved: (versionId: string) => void;
}) {
	const { section, nodeId, newest } = at;
	const { t, name } = useWords();
	const save = useChange(DRAFT_VERSION, TOUCHED);
	const [value, setValue] = useState<unknown>(at.value);
	const [note, setNote] = useState("");
	const [locked, setLocked] = useState<readonly string[]>(at.locked);
	// One intention, one id: a second press is the same draft.
	const commandId = useRef<string>(crypto.randomUUID());
	const [faults, setFaults] = useState<readonly Bilingual[]>([]);
	const submit = async () => {
		// What the bank would refuse is said here, with what to do; the draft stays as it was typed.
		const { faults: found } = tried(at, value as object);
		setFaults(found);
		if (found.length > 0) return;
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
	const Body = BODIES[section] ?? SchemaBody;
	return (
		<>
			<FilePart at={at} value={value} onChange={setValue} />
			<Body at={at} value={value} onChange={setValue} onSubmit={() => void submit()}>
				<fieldset>
					<legend>{t("configLockBelow")}</legend>
					<Checkbox.Group
						value={[...locked]}
						options={propertiesOf(sectionOf(section).schema).map((field) => ({
							value: field,
							label: name(fieldLabel(section, field)),
						}))}
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
				{faults.length > 0 && <FaultsAlert title={t("configInvalid")} faults={faults} />}
				{save.error instanceof Refusal && <ProblemNotice refusal={save.error} />}
				<Button type="primary" htmlType="submit" loading={save.isPending} disabled={note.trim() === ""}>
					{t("configDraftSave")}
				</Button>
			</Body>
		</>
	);
}
