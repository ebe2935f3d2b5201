import { Button, Modal } from "antd";
import type { FirstPassword } from "../../schema/people/person.ts";
import { CopyText } from "../parts/copy-text.tsx";
import { useFocusReturn } from "../parts/form/use-focus-return.ts";
import { useWords } from "../words/words.ts";

/** A first password, shown this once and kept nowhere. */
export function FirstPasswordDialog(props: { readonly given: FirstPassword; readonly onClose: () => void }) {
	useFocusReturn();
	const { t, name } = useWords();
	const { person, firstPassword } = props.given;
	return (
		<Modal
			open
			title={t("temporaryPassword")}
			closable={false}
			keyboard={false}
			mask={{ closable: false }}
			onCancel={props.onClose}
			footer={
				<Button type="primary" onClick={props.onClose}>
					{t("close")}
				</Button>
			}
		>
			<p>{t("firstPasswordFor", { name: name(person.name), staffId: person.staffId })}</p>
			<CopyText text={firstPassword} label={t("temporaryPassword")} />
			<p>{t("firstPasswordOnce")}</p>
		</Modal>
	);
}
