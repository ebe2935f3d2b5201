import { useState } from "react";
import { PASSWORD_MAX_CHARS } from "../../rules/secret.ts";
import { Field } from "../parts/field.tsx";
import { useWords } from "../words/words.ts";

/** A password, hidden unless its owner wants to see what they type. */
export function PasswordField(props: {
	readonly label: string;
	readonly value: string;
	readonly onChange: (value: string) => void;
	/** The one in use, which the browser may fill in; else a new one. */
	readonly isCurrent?: boolean;
}) {
	const { t } = useWords();
	const [shown, setShown] = useState(false);
	return (
		<div className="stack">
			<Field
				label={props.label}
				value={props.value}
				onChange={props.onChange}
				input={{
					type: shown ? "text" : "password",
					autoComplete: props.isCurrent ? "current-password" : "new-password",
					maxLength: PASSWORD_MAX_CHARS,
				}}
			/>
			<label className="choice soft small">
				<input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
				{t("showPassword")}
			</label>
		</div>
	);
}
