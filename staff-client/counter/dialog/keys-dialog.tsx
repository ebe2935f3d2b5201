import { Dialog } from "../../parts/dialog.tsx";
import { useWords } from "../../words/words.ts";
import type { CounterAction } from "../act/counter-actions.ts";
import { ACTION_NAME } from "../act/counter-intention.ts";
import { KEY_CAP } from "../act/counter-keys.ts";

const SHOWN = Object.keys(KEY_CAP).filter((action) => action !== "keys") as CounterAction[];

/** All keys at a glance. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
	const { t } = useWords();
	const others = [
		["↑ ↓ Enter", t("keysLists")],
		["1 – 9", t("keysDigits")],
		["Esc", t("keysEscape")],
	] as const;
	return (
		<Dialog title={t("keysTitle")} onClose={onClose} wide>
			<dl className="pair">
				{SHOWN.map((action) => (
					<div key={action} className="line">
						<dt>
							<kbd>{KEY_CAP[action]}</kbd>
							{action === "start" && <kbd>Enter</kbd>}
						</dt>
						<dd>{t(ACTION_NAME[action])}</dd>
					</div>
				))}
				{others.map(([cap, text]) => (
					<div key={cap} className="line">
						<dt>
							<kbd>{cap}</kbd>
						</dt>
						<dd>{text}</dd>
					</div>
				))}
			</dl>
		</Dialog>
	);
}
