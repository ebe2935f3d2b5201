import { Button } from "antd";
import { useState } from "react";
import { useWords } from "../words/words.ts";

/** A text that somebody takes to another place, such as a secret, with a button that copies it. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
	const { t } = useWords();
	const [copied, setCopied] = useState(false);
	return (
		<div className="copy-text">
			<output aria-label={label}>
				<code>{text}</code>
			</output>
			<Button onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
				{copied ? t("copied") : t("copy")}
			</Button>
		</div>
	);
}
