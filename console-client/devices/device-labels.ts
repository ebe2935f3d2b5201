import type { ListedDevice } from "../../schema/device.ts";
import type { Tone } from "../parts/tone.ts";
import type { PlainWord } from "../words/words.ts";

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
