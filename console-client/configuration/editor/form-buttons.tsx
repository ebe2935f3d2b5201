import type { IconButtonProps } from "@rjsf/utils";
import { Button } from "antd";
import { type PlainWord, useWords } from "../../words/words.ts";

/** A button of a list in a form: a sign whose name is in the page's language, for the library's own icons have English ones. */
function signButton(word: PlainWord, sign: string) {
	return function SignButton({ icon, iconType, uiSchema, registry, color, type, ...props }: IconButtonProps) {
		const { t } = useWords();
		return (
			<Button {...props} aria-label={t(word)} title={t(word)} danger={word === "configItemRemove"}>
				{sign}
			</Button>
		);
	};
}

function AddButton({ icon, iconType, uiSchema, registry, color, type, ...props }: IconButtonProps) {
	const { t } = useWords();
	return (
		<Button {...props} block>
			{t("configItemAdd")}
		</Button>
	);
}

export const FORM_BUTTONS = {
	AddButton,
	RemoveButton: signButton("configItemRemove", "×"),
	MoveUpButton: signButton("configItemUp", "↑"),
	MoveDownButton: signButton("configItemDown", "↓"),
};
