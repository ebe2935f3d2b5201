import { Alert } from "antd";
import type { Bilingual } from "../../../schema/ids.ts";
import { useWords } from "../../words/words.ts";

const SHOWN_MAX = 10;

/** Why something was not done, each reason with what to do. */
export function FaultsAlert({ title, faults }: { readonly title: string; readonly faults: readonly Bilingual[] }) {
	const { name } = useWords();
	return (
		<Alert
			type="error"
			role="alert"
			title={title}
			description={faults.slice(0, SHOWN_MAX).map((fault) => <p key={fault.zh}>{name(fault)}</p>)}
		/>
	);
}
