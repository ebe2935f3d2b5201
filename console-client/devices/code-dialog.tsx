import { Form, Input } from "antd";
import { codeLetters, isWhole } from "../../client-kit/session/user-code.ts";
import { INSPECT_PAIRING } from "../../rules/routes/device.ts";
import type { PairingRequest } from "../../schema/people/device.ts";
import { useChange } from "../data/use-change.ts";
import { useMe } from "../frame/me.ts";
import { NodeSelect } from "../institution/node-select.tsx";
import { useNodes } from "../institution/use-nodes.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";

type Values = { readonly branchId: string; readonly userCode: string };

/** First step: which device. Approving without looking is not offered. */
export function CodeDialog(props: {
	readonly branchId: string | null;
	readonly onFound: (branchId: string, request: PairingRequest) => void;
	/** Also called once the device is found, which the caller then shows. */
	readonly onClose: () => void;
}) {
	const { t } = useWords();
	const me = useMe();
	const { data: nodes = [] } = useNodes();
	const inspect = useChange(INSPECT_PAIRING, []);
	const mine = nodes.filter(({ nodeId, kind }) => kind === "branch" && me.may("device.approve", nodeId));
	const only = mine.length === 1 ? mine[0]?.nodeId : undefined;
	const initial = props.branchId ?? only;
	const look = async ({ branchId, userCode }: Values) => {
		const input = { params: { branchId }, body: { userCode } };
		props.onFound(branchId, await inspect.mutateAsync({ input }));
	};
	return (
		<FormDialog<Values>
			title={t("devicePair")}
			submitText={t("pairingLook")}
			{...(initial !== undefined && { initial: { branchId: initial } })}
			closesWhenDone={false}
			onSubmit={look}
			onClose={props.onClose}
		>
			<p className="soft">{t("devicePairText")}</p>
			<Form.Item
				name="branchId"
				label={t("devicePairBranch")}
				rules={[{ required: true, message: t("requiredField") }]}
			>
				<NodeSelect
					label={t("devicePairBranch")}
					placeholder={t("deviceBranch")}
					selectable={(nodeId) => nodeId.includes("-") && me.may("device.approve", nodeId)}
				/>
			</Form.Item>
			<Form.Item
				name="userCode"
				label={t("pairingCode")}
				rules={[
					{
						validator: (_, typed: string | undefined) =>
							isWhole(codeLetters(typed ?? ""))
								? Promise.resolve()
								: Promise.reject(new Error(t("devicePairCodeRule"))),
					},
				]}
			>
				<Input
					className="pairing-code"
					autoComplete="off"
					autoCapitalize="characters"
					spellCheck={false}
					maxLength={24}
				/>
			</Form.Item>
		</FormDialog>
	);
}
