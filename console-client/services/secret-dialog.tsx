import { Button, Modal } from "antd";
import type { GivenSecret } from "../../schema/people/service-account.ts";
import { CopyText } from "../parts/copy-text.tsx";
import { useFocusReturn } from "../parts/form/use-focus-return.ts";
import { momentToMinute } from "../parts/moment.ts";
import { useWords } from "../words/words.ts";

/** A program's new secret, shown this once and kept nowhere. */
export function SecretDialog({ given, onClose }: { readonly given: GivenSecret; readonly onClose: () => void }) {
	useFocusReturn();
	const { t } = useWords();
	const { account, secret, oldUntil } = given;
	return (
		<Modal
			open
			title={t("serviceSecret", { name: account.name })}
			closable={false}
			keyboard={false}
			mask={{ closable: false }}
			onCancel={onClose}
			footer={
				<Button type="primary" onClick={onClose}>
					{t("close")}
				</Button>
			}
		>
			<p>{t("serviceSecretUse")}</p>
			<CopyText text={secret} label={t("serviceSecretLabel")} />
			<p>{t("serviceSecretOnce")}</p>
			{oldUntil !== null && <p>{t("serviceOldUntil", { at: momentToMinute(oldUntil) })}</p>}
		</Modal>
	);
}
