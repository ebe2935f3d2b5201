import { Alert, Form } from "antd";
import { useState } from "react";
import { EXPORT_PERSON } from "../../rules/routes/privacy.ts";
import type { PersonQuery } from "../../schema/customer/customer-values.ts";
import { saveFile } from "../data/download.ts";
import { useChange } from "../data/use-change.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { PersonQueryFields } from "./person-query-fields.tsx";

type Values = PersonQuery & { readonly nodeId: string };
type Made = { readonly cut: boolean; readonly count: number };

/** Everything held of one person as a file, for the person who asks for it. Nothing of it stays on the page. */
export function ExportPersonDialog(props: { readonly nodeId: string | null; readonly onClose: () => void }) {
	const { t } = useWords();
	const me = useMe();
	const make = useChange(EXPORT_PERSON, []);
	const [made, setMade] = useState<Made | null>(null);
	const initial = { by: "phone" as const, ...(props.nodeId !== null && { nodeId: props.nodeId }) };
	const submit = async ({ nodeId, ...body }: Values) => {
		const answer = await make.mutateAsync({ input: { params: { nodeId }, body } });
		make.reset();
		saveFile(new Blob([JSON.stringify(answer, null, "\t")], { type: "application/json" }), "personal-data.json");
		setMade({ cut: answer.cut, count: answer.cases.length });
	};
	return (
		<FormDialog<Values>
			title={t("personExportTitle")}
			submitText={t("personExport")}
			closesWhenDone={false}
			initial={initial}
			onSubmit={submit}
			onClose={props.onClose}
		>
			<p className="soft">{t("personExportText")}</p>
			<Form.Item name="nodeId" label={t("personExportPlace")} rules={[{ required: true, message: t("requiredField") }]}>
				<NodeSelect
					label={t("personExportPlace")}
					placeholder={t("personExportPlace")}
					selectable={(nodeId) => me.may("privacy.export", nodeId)}
				/>
			</Form.Item>
			<PersonQueryFields />
			{made !== null && (
				<Alert
					role="status"
					type={made.cut ? "warning" : "success"}
					title={t("personExported", { count: made.count })}
					description={made.cut && t("personExportCut")}
				/>
			)}
		</FormDialog>
	);
}
