import { PURPOSE_WORD } from "../../client-kit/words/device-words.ts";
import type { DevicePurpose } from "../../schema/actor.ts";
import type { Device, ListedDevice } from "../../schema/people/device.ts";
import type { Tone } from "../parts/tone.ts";
import type { PlainWord, Words } from "../words/words.ts";

/** Where its branch does not say: a device that has said nothing for this long is not there, or cannot reach us: it reports every few minutes. */
export const SILENT_AFTER_MS = 900_000;

/** How a device is doing at the time `now`. */
export function deviceState(device: ListedDevice, now: number): { readonly word: PlainWord; readonly tone: Tone } {
	if (device.status === "revoked") return { word: "deviceRevoked", tone: "plain" };
	if (device.connected === true) return { word: "deviceOnline", tone: "good" };
	if (device.connected === false) return { word: "deviceOffline", tone: "over" };
	const silent = now - (device.lastSeenAt ?? device.pairedAt) > SILENT_AFTER_MS;
	return silent ? { word: "deviceSilent", tone: "over" } : { word: "deviceOnline", tone: "good" };
}

/** What a device is for, and at which counter. */
export function placeOfDevice({ purpose, counterId }: Device, t: Words["t"]): string {
	return `${t(PURPOSE_WORD[purpose])}${counterId === null ? "" : ` · ${t("counter")} ${counterId}`}`;
}

const PAGE_OF = {
	display: "/display/",
	kiosk: "/kiosk/",
	"counter-pad": "/counter/",
} as const satisfies Record<DevicePurpose, string>;

/** What page a device is on, in words; `strange` when it is not the page it was paired for. An address that is no page of ours stands as it is. */
export function pageOfDevice(
	{ purpose, branchId, shows }: Pick<Device, "purpose" | "branchId"> & Pick<ListedDevice, "shows">,
	t: Words["t"],
	nodeName: (nodeId: string) => string,
): { readonly text: string; readonly strange: boolean } {
	if (shows === null) return { text: "—", strange: false };
	const [path = "", query = ""] = shows.split("?");
	const shownPurpose = (Object.keys(PAGE_OF) as DevicePurpose[]).find((each) => PAGE_OF[each] === path);
	const shownBranch = new URLSearchParams(query).get("branch") ?? branchId;
	if (shownPurpose === purpose && shownBranch === branchId) return { text: t("deviceShowsOwn"), strange: false };
	if (shownPurpose === undefined) return { text: shows, strange: true };
	return { text: `${nodeName(shownBranch)} · ${t(PURPOSE_WORD[shownPurpose])}`, strange: true };
}
