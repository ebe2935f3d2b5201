import { Button, Form, Input, Select } from "antd";
import { shownCode } from "../../client-kit/session/user-code.ts";
import { PURPOSE_WORD, PURPOSES } from "../../client-kit/words/device-words.ts";
import { CONFIGURATION } from "../../rules/routes/branch.ts";
import { APPROVE_PAIRING, DENY_PAIRING } from "../../rules/routes/device.ts";
import type { PairingApproval, PairingRequest } from "../../schema/people/device.ts";
import { useChange } from "../data/use-change.ts";
import { useRead } from "../data/use-read.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { moment } from "../parts/moment.ts";
import { ProblemNotice } from "../parts/problem-notice.tsx";
import { useWords } from "../words/words.ts";

const NAME_MAX_CHARS = 40;

type Values = { readonly name: string; readonly purpose: PairingApproval["purpose"]; readonly counterId?: string };

/** Second step: what asks, since when and from where; then what it may be, or a refusal. */
export function ApproveDialog(props: {
	readonly branchId: string;
	readonly request: PairingRequest;
	readonly onClose: () => void;
}) {
	const { t } = useWords();
	const { branchId, request, onClose } = props;
	const { userCode } = request;
	const params = { branchId };
	const approve = useChange(APPROVE_PAIRING, ["devices", "devicesOfBranch"]);
	const deny = useChange(DENY_PAIRING, []);
	return (
		<FormDialog<Values>
			title={t("devicePairAsks")}
			submitText={t("pairingApprove")}
			initial={{ purpose: request.wish.purpose }}
			onSubmit={(values) =>
				approve.mutateAsync({ input: { params, body: { userCode, ...values } as PairingApproval } })
			}
			onClose={onClose}
		>
			{deny.error !== null && <ProblemNotice refusal={deny.error} />}
			<RequestFacts request={request} />
			<Form.Item
				name="name"
				label={t("itsName")}
				extra={t("devicePairName")}
				rules={[{ required: true, whitespace: true, message: t("requiredField") }]}
			>
				<Input maxLength={NAME_MAX_CHARS} autoComplete="off" />
			</Form.Item>
			<PurposeFields branchId={branchId} />
			<Button
				danger
				loading={deny.isPending}
				onClick={() => deny.mutate({ input: { params, body: { userCode } } }, { onSuccess: onClose })}
			>
				{t("pairingDeny")}
			</Button>
		</FormDialog>
	);
}

function RequestFacts({ request }: { readonly request: PairingRequest }) {
	const { t } = useWords();
	return (
		<dl className="facts panel">
			<dt>{t("pairingCode")}</dt>
			<dd>
				<code>{shownCode(request.userCode)}</code>
			</dd>
			<dt>{t("pairingLabel")}</dt>
			<dd>{request.label}</dd>
			<dt>{t("pairingAskedAt")}</dt>
			<dd>{moment(request.askedAt)}</dd>
			<dt>{t("devicePairUntil")}</dt>
			<dd>{moment(request.expiresAt)}</dd>
			<dt>{t("pairingNetwork")}</dt>
			<dd>
				{request.network} · {t(request.sameNetwork ? "pairingSameNetwork" : "pairingOtherNetwork")}
			</dd>
		</dl>
	);
}

/** A counter pad stands at a counter, a screen may belong to one, a kiosk does not. */
function PurposeFields({ branchId }: { readonly branchId: string }) {
	const { t, name } = useWords();
	const form = Form.useFormInstance<Values>();
	const purpose = Form.useWatch("purpose", form);
	const { data } = useRead(CONFIGURATION, { params: { branchId } });
	return (
		<>
			<Form.Item name="purpose" label={t("purpose")}>
				<Select options={PURPOSES.map((value) => ({ value, label: t(PURPOSE_WORD[value]) }))} />
			</Form.Item>
			{purpose !== "kiosk" && (
				<Form.Item
					name="counterId"
					label={t("counter")}
					rules={[{ required: purpose === "counter-pad", message: t("requiredField") }]}
				>
					<Select
						allowClear
						placeholder={t("devicePairAnyCounter")}
						options={data?.counters.map(({ id, label }) => ({ value: id, label: name(label) })) ?? []}
					/>
				</Form.Item>
			)}
		</>
	);
}
