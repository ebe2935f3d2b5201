import { call } from "../../client-kit/call/call.ts";
import { actWord } from "../../client-kit/words/case/kind-words.ts";
import { StepFields } from "../../react-kit/case/step-fields.tsx";
import { type StepAt, useStep } from "../../react-kit/case/use-step.ts";
import { MOVE_CASE } from "../../rules/routes/case.ts";
import { ActionButton } from "../parts/action-button.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { useWords } from "../words/words.ts";
import { useOpenCases } from "./cases-context.ts";

/** One step of a case; what is typed and not sent is kept while the page is there. */
export function StepSheet(
	props: Pick<StepAt, "shown" | "step" | "since" | "stage" | "inFull"> & { readonly onClose: () => void },
) {
	const { shown, step, since, onClose } = props;
	const { credential, drafts, readAgain } = useOpenCases();
	const { t, name } = useWords();
	const form = useStep({
		...{ ...props, drafts, readAgain, onDone: onClose },
		move: async (input, options) => {
			const answer = await call(MOVE_CASE, input, credential, options);
			return answer.ok ? null : answer.problem;
		},
	});
	return (
		<Sheet
			title={name(actWord(shown, step))}
			onClose={onClose}
			foot={
				<div className="pair tall">
					<ActionButton label={t("back")} onPress={onClose} />
					<ActionButton
						tone="primary"
						label={t("submit")}
						disabled={!form.isPossible}
						waiting={form.waiting}
						onPress={() => void form.send()}
					/>
				</div>
			}
		>
			<form className="stack" onSubmit={(event) => event.preventDefault()}>
				<StepFields {...{ shown, step, since, form }} />
			</form>
		</Sheet>
	);
}
