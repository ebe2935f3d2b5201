import "./table.css";
import { Alert, Button, Select } from "antd";
import { type ChangeEvent, useId, useState } from "react";
import type { SectionAt } from "../../../schema/endpoint/configuration-endpoints.ts";
import type { Bilingual } from "../../../schema/ids.ts";
import { saveFile } from "../../data/download.ts";
import { textOfFile } from "../../data/file-text.ts";
import { useWords } from "../../words/words.ts";
import { fieldLabel } from "../labels/section-labels.ts";
import { FaultsAlert } from "./faults-alert.tsx";
import { FILE_MAX_BYTES, fileOf, tablesOf, valueWith } from "./section-file.ts";
import { tried } from "./try-draft.ts";

type Props = {
	readonly at: SectionAt;
	/** As it stands in the draft. */
	readonly value: unknown;
	readonly onChange: (value: unknown) => void;
};
type Tried = { readonly value: object; readonly changed: number } | { readonly faults: readonly Bilingual[] };

const WHOLE = "";

/** The draft as a file, and a file into the draft: first it is said what that would come to. */
export default function FilePart({ at, value, onChange }: Props) {
	const { section, nodeId } = at;
	const { t, name } = useWords();
	const [table, setTable] = useState(WHOLE);
	const [result, setResult] = useState<Tried | null>(null);
	const ending = table === WHOLE ? "json" : "csv";
	const of = table === WHOLE ? null : table;
	const exported = () => {
		const file = new Blob([fileOf(section, value as object, of)], { type: "text/plain;charset=utf-8" });
		saveFile(file, `${nodeId}-${section}${of === null ? "" : `-${of}`}.${ending}`);
	};
	const choose = async (file: File) => {
		if (file.size > FILE_MAX_BYTES) {
			setResult({ faults: [{ zh: t("fileTooLarge"), en: t("fileTooLarge") }] });
			return;
		}
		const read = valueWith(section, value as object, of, textOfFile(new Uint8Array(await file.arrayBuffer())));
		if ("fault" in read) return setResult({ faults: [read.fault] });
		const { faults, changes } = tried(at, read.value);
		const changed = changes.filter(({ after }) => !Array.isArray(after)).length;
		setResult(faults.length > 0 ? { faults } : { value: read.value, changed });
	};
	return (
		<details className="section-file">
			<summary>{t("fileTitle")}</summary>
			<div className="view-acts">
				<Select
					aria-label={t("filePart")}
					value={table}
					onChange={(next) => {
						setTable(next);
						setResult(null);
					}}
					options={[
						{ value: WHOLE, label: t("fileWholeSection") },
						...tablesOf(section).map((list) => ({
							value: list,
							label: t("fileTable", { table: name(fieldLabel(section, list)) }),
						})),
					]}
				/>
				<Button onClick={exported}>{t("fileExport")}</Button>
				<FileChoice accept={`.${ending}`} onChoose={(file) => void choose(file)} />
			</div>
			{result !== null && "faults" in result && <FaultsAlert title={t("fileRefused")} faults={result.faults} />}
			{result !== null && "value" in result && (
				<Alert
					type="success"
					role="status"
					title={t("fileChecked", { count: result.changed })}
					action={
						<Button
							type="primary"
							onClick={() => {
								onChange(result.value);
								setResult(null);
							}}
						>
							{t("fileUse")}
						</Button>
					}
				/>
			)}
		</details>
	);
}

/** Choosing the same file again reads it again. */
function FileChoice(props: { readonly accept: string; readonly onChoose: (file: File) => void }) {
	const { t } = useWords();
	const id = useId();
	const chosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
		const file = currentTarget.files?.[0];
		if (file !== undefined) props.onChoose(file);
	};
	return (
		<label className="file" htmlFor={id}>
			{t("fileImport")}
			<input
				id={id}
				type="file"
				className="unseen"
				accept={props.accept}
				onClick={(event) => {
					event.currentTarget.value = "";
				}}
				onChange={chosen}
			/>
		</label>
	);
}
