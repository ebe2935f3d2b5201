import type { CounterAction } from "./counter-actions.ts";

/** The key of each action by its place on the keyboard, so that it works under any input method. */
const ACTION_BY_CODE: Readonly<Record<string, readonly CounterAction[]>> = {
	Space: ["call-next", "resume", "open"],
	Enter: ["start"],
	NumpadEnter: ["start"],
	KeyS: ["start"],
	KeyF: ["finish"],
	KeyR: ["recall"],
	KeyN: ["no-show"],
	KeyT: ["transfer"],
	KeyH: ["hold"],
	KeyD: ["redirect"],
	KeyZ: ["take-back"],
	KeyP: ["pause", "resume"],
	KeyM: ["change-mode"],
	KeyX: ["close"],
	KeyA: ["help"],
	KeyW: ["waiting-list"],
	KeyL: ["set-aside"],
	Slash: ["keys"],
};

/** What stands on the key caps beside the buttons. */
export const KEY_CAP: Readonly<Record<CounterAction, string>> = {
	open: "Space",
	"call-next": "Space",
	start: "S",
	finish: "F",
	recall: "R",
	"no-show": "N",
	transfer: "T",
	hold: "H",
	redirect: "D",
	"take-back": "Z",
	pause: "P",
	resume: "P",
	"change-mode": "M",
	close: "X",
	help: "A",
	"waiting-list": "W",
	"set-aside": "L",
	keys: "/",
};

export type KeyPress = {
	readonly code: string;
	readonly repeat: boolean;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly metaKey: boolean;
};

/**
 * What has the focus when the key goes down; a button answers Space and Enter itself, a text field takes every key. A chosen
 * radio has no use for either, so they are the page's.
 */
export type KeyFocus = "page" | "radio" | "control" | "text";

/** The action a key means now; null when it means none, or none that is possible. */
export function actionOfKey(
	press: KeyPress,
	focus: KeyFocus,
	possible: ReadonlySet<CounterAction>,
): CounterAction | null {
	if (focus === "text" || press.repeat || press.ctrlKey || press.altKey || press.metaKey) return null;
	const isActivation = press.code === "Space" || press.code === "Enter" || press.code === "NumpadEnter";
	if (focus === "control" && isActivation) return null;
	return ACTION_BY_CODE[press.code]?.find((action) => possible.has(action)) ?? null;
}
