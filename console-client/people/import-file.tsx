import { Alert } from "antd";
import { type ChangeEvent, useId, useState } from "react";
import { IMPORT_MAX_CHARS } from "../../schema/limits.ts";
import { textOfFile } from "../data/file-text.ts";
import { useWords } from "../words/words.ts";

/** Chooses a file and reads it here; choosing the same one again reads it again. */
export function ImportFile(props: { readonly busy: boolean; readonly onChoose: (csv: string | null) => void }) {
	const { t } = useWords();
	const id = useId();
	const [chosen, setChosen] = useState<{ readonly name: string; readonly count: number } | null>(null);
	const [tooLarge, setTooLarge] = useState(false);
	const read = async (event: ChangeEvent<HTMLInputElement>) => {
		const { files } = event.currentTarget;
		const file = files?.[0];
		if (file === undefined) return;
		const text = textOfFile(new Uint8Array(await file.arrayBuffer()));
		const fits = text.length <= IMPORT_MAX_CHARS;
		setTooLarge(!fits);
		setChosen({ name: file.name, count: text.split(/\r\n?|\n/).filter((line) => line.trim() !== "").length });
		props.onChoose(fits ? text : null);
	};
	return (
		<div className="toolbar">
			<label className="file" htmlFor={id}>
				{t("importFile")}
				<input
					id={id}
					type="file"
					className="unseen"
					accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
					disabled={props.busy}
					onClick={(event) => {
						event.currentTarget.value = "";
					}}
					onChange={(event) => void read(event)}
				/>
			</label>
			{chosen !== null && <span role="status">{t("importChosen", chosen)}</span>}
			{tooLarge && <Alert type="error" title={t("importTooLarge")} role="alert" />}
		</div>
	);
}
