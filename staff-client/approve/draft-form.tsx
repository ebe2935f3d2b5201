import { PURPOSE_WORD, PURPOSES } from "../../client-kit/words/device-words.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import { RadioChoice } from "../parts/radio-choice.tsx";
import { useWords } from "../words/words.ts";
import { type Draft, withPurpose } from "./draft.ts";

const NAME_MAX_CHARS = 40;

/** Purpose, name, and for a pad its counter. */
export function DraftForm(props: {
	readonly draft: Draft;
	readonly counters: BranchConfiguration["counters"];
	readonly onChange: (draft: Draft) => void;
}) {
	const { draft, counters, onChange } = props;
	const words = useWords();
	const { t, name } = words;
	return (
		<div className="stack">
			<fieldset className="chips">
				<legend>{t("purpose")}</legend>
				{PURPOSES.map((purpose) => (
					<RadioChoice
						key={purpose}
						group="purpose"
						checked={draft.purpose === purpose}
						onChoose={() => onChange(withPurpose(draft, purpose, words))}
						label={t(PURPOSE_WORD[purpose])}
					/>
				))}
			</fieldset>
			{draft.purpose === "counter-pad" && (
				<label className="field">
					<span>{t("approveCounter")}</span>
					<select value={draft.counterId} onChange={(event) => onChange({ ...draft, counterId: event.target.value })}>
						<option value="">{t("approveCounterChoose")}</option>
						{counters.map((counter) => (
							<option key={counter.id} value={counter.id}>
								{name(counter.label)}
							</option>
						))}
					</select>
				</label>
			)}
			<label className="field">
				<span>{t("itsName")}</span>
				<input
					value={draft.name}
					maxLength={NAME_MAX_CHARS}
					onChange={(event) => onChange({ ...draft, name: event.target.value, named: true })}
				/>
				<small className="soft">{t("approveNameHint")}</small>
			</label>
		</div>
	);
}
