import { ROTATE_SERVICE_SECRET } from "../../rules/routes/service-account.ts";
import type { GivenSecret, SecretRotation, ServiceAccount } from "../../schema/people/service-account.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { LastsField, sameDays } from "./lasts-field.tsx";

/** A new secret for an account; the old one goes on for a while. */
export function RenewSecret(props: {
	readonly account: ServiceAccount;
	readonly onClose: () => void;
	readonly onGiven: (given: GivenSecret) => void;
}) {
	const { t } = useWords();
	const { nodeId, accountId, name } = props.account;
	const renew = useChange(ROTATE_SERVICE_SECRET, ["serviceAccounts"]);
	return (
		<FormDialog<SecretRotation>
			title={t("serviceRenewAsk", { name })}
			submitText={t("serviceRenew")}
			initial={{ lastsDays: sameDays(props.account) }}
			onSubmit={async (body) =>
				props.onGiven(await renew.mutateAsync({ input: { params: { nodeId, accountId }, body } }))
			}
			onClose={props.onClose}
		>
			<p>{t("serviceRenewText")}</p>
			<LastsField />
		</FormDialog>
	);
}
