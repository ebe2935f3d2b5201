import type { ClientProblem } from "../../client-kit/call/client-problem.ts";
import { codeLetters, isWhole, shownCode } from "../../client-kit/session/user-code.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { useWords } from "../words/words.ts";
import { ProblemLine } from "./problem-line.tsx";

/** The code as it stands on the device's screen. */
export function CodeStep(props: {
	readonly code: string;
	readonly looking: boolean;
	readonly problem: ClientProblem | null;
	readonly onCode: (code: string) => void;
	readonly onLook: (code: string) => Promise<void>;
}) {
	const { code, looking } = props;
	const { t } = useWords();
	return (
		<form
			className="stack"
			onSubmit={(event) => {
				event.preventDefault();
				if (isWhole(code) && !looking) void props.onLook(code);
			}}
		>
			<label className="field">
				<span>{t("pairingCode")}</span>
				<input
					className="approve-code"
					value={shownCode(code)}
					onChange={(event) => props.onCode(codeLetters(event.target.value))}
					autoCapitalize="characters"
					autoComplete="off"
					autoCorrect="off"
					spellCheck={false}
					enterKeyHint="go"
				/>
			</label>
			<p className="soft">{t("approveCodeHint", { address: `${location.host}/pair/` })}</p>
			<ProblemLine problem={props.problem} />
			<ActionButton
				tone="primary"
				className="wide tall"
				label={t("pairingLook")}
				waiting={looking}
				disabled={!isWhole(code)}
				isSubmit
			/>
		</form>
	);
}
