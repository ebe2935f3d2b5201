import { newCommandId } from "./secure-id.ts";

export type RepeatableCommand = {
	/** The id for what is sent now: the one before when it is the same and had no answer, so that it is done once. */
	idFor(content: unknown): string;
	/** There was an answer, whatever it said: the same content sent again is another command. */
	answered(): void;
};

export function createRepeatableCommand(): RepeatableCommand {
	let sent: { readonly content: string; readonly commandId: string } | null = null;
	return {
		idFor: (content) => {
			const present = JSON.stringify(content);
			if (sent?.content !== present) sent = { content: present, commandId: newCommandId() };
			return sent.commandId;
		},
		answered: () => {
			sent = null;
		},
	};
}
