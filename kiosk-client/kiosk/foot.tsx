import type { Role } from "../../rules/role.ts";
import type { HelpState } from "./help-button.ts";
import type { KioskModel } from "./kiosk-model.ts";
import { say } from "./words.ts";

const ASK = { ready: "help", sending: "helpSending", failed: "helpFailed" } as const;
const WHO = {
	"lobby-manager": "helpManager",
	"stand-in": "helpManager",
	"lobby-usher": "helpUsher",
	"branch-head": "helpHead",
	"deputy-head": "helpHead",
} as const satisfies { readonly [Name in Role]?: string };

/**
 * The button "I need help", there at every step: it rings the lobby manager, then says who comes. When nothing can be sent, a
 * sentence says where to go.
 */
export function Foot({ model }: { model: KioskModel }) {
	const help = model.help.state.value;
	const isHeard = model.gate.value !== "offline" && model.gate.value !== "refused";
	if (model.branch.value === undefined) return null;
	return (
		<footer class="foot" aria-live="polite">
			{isHeard ? <Help model={model} help={help} /> : <p class="help">{say("helpOffline")}</p>}
		</footer>
	);
}

function Help({ model, help }: { model: KioskModel; help: HelpState }) {
	if (help.at === "told" || help.at === "coming") {
		return (
			<div class={`help help-${help.at}`}>
				<p class="help-words">
					{help.at === "coming" ? say("helpComing", { who: whoComes(help.role) }) : say("helpSent")}
				</p>
				<button type="button" onClick={() => void model.help.cancel()}>
					{say("helpCancel")}
				</button>
			</div>
		);
	}
	return (
		<button
			type="button"
			class={`help help-${help.at}`}
			aria-disabled={help.at === "sending"}
			onClick={() => void model.help.ask()}
		>
			<svg viewBox="0 0 48 48" aria-hidden="true">
				<path
					d="M24 4a14 14 0 0 0-14 14v9l-4 8h36l-4-8v-9A14 14 0 0 0 24 4zm-6 35a6 6 0 0 0 12 0z"
					fill="currentColor"
				/>
			</svg>
			{say(ASK[help.at])}
		</button>
	);
}

/** Who comes, by role and in words that customers know: the hall is told no name. */
function whoComes(role: Role | undefined): string {
	return say(role !== undefined && role in WHO ? WHO[role as keyof typeof WHO] : "helpSomebody");
}
