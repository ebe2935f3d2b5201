import type { BoardModel } from "./board-model.ts";
import { Both, inBoth } from "./both.tsx";

const NOTICES = [
	["tipCodeTitle", "tipCodeText"],
	["tipPhoneTitle", "tipPhoneText"],
	["tipSafeTitle", "tipSafeText"],
	["tipHelpTitle", "tipHelpText"],
	["tipStrangerTitle", "tipStrangerText"],
	["tipMissedTitle", "tipMissedText"],
	["tipScreenTitle", "tipScreenText"],
] as const;

/** Advice against fraud and about the service, in turn. */
export function Notices({ model }: { model: BoardModel }) {
	const [title, text] = NOTICES[model.turn.value % NOTICES.length] ?? NOTICES[0];
	return (
		<section class="notice" key={title}>
			<h2>
				<Both text={inBoth(title)} />
			</h2>
			<p>
				<Both text={inBoth(text)} />
			</p>
		</section>
	);
}
