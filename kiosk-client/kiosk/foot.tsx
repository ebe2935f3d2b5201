import type { HelpState } from "./help-button.ts";
import type { KioskModel } from "./kiosk-model.ts";
import { say } from "./words.ts";

const TEXTS = {
	ready: "help",
	sending: "helpSending",
	sent: "helpSent",
	failed: "helpFailed",
} as const satisfies Record<HelpState, string>;

/** "I need help": rings the lobby manager, from every step. */
export function Foot({ model }: { model: KioskModel }) {
	const state = model.help.state.value;
	if (model.branch.value === undefined) return null;
	const waits = state === "sending" || state === "sent";
	return (
		<footer class="foot" aria-live="polite">
			<button type="button" class={`help help-${state}`} aria-disabled={waits} onClick={() => void model.help.ask()}>
				<svg viewBox="0 0 48 48" aria-hidden="true">
					<path
						d="M24 4a14 14 0 0 0-14 14v9l-4 8h36l-4-8v-9A14 14 0 0 0 24 4zm-6 35a6 6 0 0 0 12 0z"
						fill="currentColor"
					/>
				</svg>
				{say(TEXTS[state])}
			</button>
		</footer>
	);
}
