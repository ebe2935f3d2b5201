import { Form, Input } from "antd";
import { ADD_PERSON } from "../../rules/routes/people.ts";
import type { FirstPassword, Joiner } from "../../schema/people/person.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { NameFields } from "../parts/form/name-fields.tsx";
import { useWords } from "../words/words.ts";
import { AssignmentFields } from "./assignment-fields.tsx";

const STAFF_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
const DIALOG_WIDTH = 720;

/** Somebody joins, or comes back; the first password is handed to whoever asked. */
export function AddPerson(props: { readonly onClose: () => void; readonly onAdded: (given: FirstPassword) => void }) {
	const { t } = useWords();
	const add = useChange(ADD_PERSON, ["people"]);
	return (
		<FormDialog<Joiner>
			title={t("personAdd")}
			submitText={t("personAdd")}
			width={DIALOG_WIDTH}
			initial={{ assignments: [{}] as Joiner["assignments"] }}
			onSubmit={async (body) => props.onAdded(await add.mutateAsync({ input: { body } }))}
			onClose={props.onClose}
		>
			<Form.Item
				name="staffId"
				label={t("staffNumber")}
				extra={t("personIdRule")}
				rules={[{ required: true, pattern: STAFF_ID, message: t("personIdRule") }]}
			>
				<Input autoComplete="off" />
			</Form.Item>
			<NameFields of="person" />
			<AssignmentFields />
		</FormDialog>
	);
}
