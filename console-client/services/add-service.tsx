import { Form } from "antd";
import { ADD_SERVICE_ACCOUNT } from "../../rules/routes/service-account.ts";
import { SERVICE_SCOPES } from "../../rules/service-scope.ts";
import { type GivenSecret, NewServiceAccount } from "../../schema/people/service-account.ts";
import { SERVICE_SCOPE_NAMES } from "../../schema/service-scope-name.ts";
import { useChange } from "../data/use-change.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { CheckGroup } from "../parts/form/check-group.tsx";
import { ContractText } from "../parts/form/contract-text.tsx";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { LastsField, USUAL_DAYS } from "./lasts-field.tsx";

const { shape } = NewServiceAccount;

type Values = NewServiceAccount & { readonly nodeId: string };

/** A new account for a program; its secret is handed to whoever asked. */
export function AddService(props: { readonly onClose: () => void; readonly onGiven: (given: GivenSecret) => void }) {
	const { t, name } = useWords();
	const me = useMe();
	const add = useChange(ADD_SERVICE_ACCOUNT, ["serviceAccounts"]);
	const place = [{ required: true, message: t("servicePlaceChoose") }];
	const chosen = [{ required: true, message: t("serviceMayChoose") }];
	return (
		<FormDialog<Values>
			title={t("serviceAdd")}
			submitText={t("serviceAdd")}
			initial={{ lastsDays: USUAL_DAYS }}
			onSubmit={async ({ nodeId, ...body }) =>
				props.onGiven(await add.mutateAsync({ input: { params: { nodeId }, body } }))
			}
			onClose={props.onClose}
		>
			<ContractText
				schema={shape.accountId}
				name="accountId"
				label={t("nodeId")}
				extra={t("serviceIdRule")}
				wrong={t("serviceIdWrong")}
			/>
			<ContractText schema={shape.name} name="name" label={t("itsName")} extra={t("serviceNameRule")} />
			<Form.Item name="nodeId" label={t("servicePlace")} extra={t("servicePlaceRule")} rules={place}>
				<NodeSelect
					label={t("servicePlace")}
					placeholder={t("servicePlaceChoose")}
					selectable={(nodeId) => me.may("service-account.manage", nodeId)}
				/>
			</Form.Item>
			<Form.Item name="scopes" label={t("serviceMay")} rules={chosen}>
				<CheckGroup
					className="one-a-line"
					options={SERVICE_SCOPES.map((scope) => ({
						value: scope,
						label: <div className="sentence">{name(SERVICE_SCOPE_NAMES[scope])}</div>,
					}))}
				/>
			</Form.Item>
			<LastsField />
		</FormDialog>
	);
}
