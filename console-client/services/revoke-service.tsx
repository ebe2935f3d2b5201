import { REVOKE_SERVICE_ACCOUNT } from "../../rules/routes/service-account.ts";
import type { ServiceAccount } from "../../schema/people/service-account.ts";
import { useChange } from "../data/use-change.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { ConfirmDialog } from "../parts/form/confirm-dialog.tsx";
import { useWords } from "../words/words.ts";

/** Asks once before a program is cut off. */
export function RevokeService(props: { readonly account: ServiceAccount; readonly onClose: () => void }) {
	const { t } = useWords();
	const nodeName = useNodeName();
	const revoke = useChange(REVOKE_SERVICE_ACCOUNT, ["serviceAccounts"]);
	const { nodeId, accountId, name } = props.account;
	return (
		<ConfirmDialog
			title={t("deviceRevokeAsk", { name })}
			submitText={t("deviceRevoke")}
			danger
			onSubmit={() => revoke.mutateAsync({ input: { params: { nodeId, accountId } } })}
			onClose={props.onClose}
		>
			<p className="soft">{`${accountId} · ${nodeName(nodeId)}`}</p>
			<p>{t("serviceRevokeText")}</p>
		</ConfirmDialog>
	);
}
