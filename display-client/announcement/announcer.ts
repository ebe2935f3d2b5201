import { type Signal, signal } from "@preact/signals";
import { chime } from "../../client-kit/chime.ts";
import { localVoice, speak } from "../../client-kit/language/voice.ts";
import type { PublicCall } from "../../schema/hall/view.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { spokenCall, spokenIn } from "./spoken-call.ts";

/** `blocked`: the browser plays nothing until somebody touches the screen. */
export type Sound = "none" | "on" | "blocked";

export type Announcer = {
	readonly sound: Signal<Sound>;
	/** Announces one call and resolves when it is over; never rejects. `othersWait`: no longer than needed. */
	announce(call: PublicCall, counter: Bilingual, othersWait: boolean): Promise<void>;
};

/** How long a call stays enlarged, so that people who cannot hear have time to see it. */
const SHOWN_MS = 6_000;
/** The same while other calls wait for their turn: three flashes and a moment to read. */
const SHOWN_BRIEFLY_MS = 3_500;

const shown = (othersWait: boolean) =>
	new Promise<void>((resolve) => setTimeout(resolve, othersWait ? SHOWN_BRIEFLY_MS : SHOWN_MS));

/** For all screens but the speaking one of a zone: the call is flashed in silence. */
export function silentAnnouncer(): Announcer {
	return { sound: signal<Sound>("none"), announce: (_call, _counter, othersWait) => shown(othersWait) };
}

/**
 * For the one speaking screen of a zone: chime, Mandarin, English, the customer's own first. A language for which the device has no voice of its
 * own is left to the chime: nothing is ever sent away to be spoken.
 */
export function speakingAnnouncer(): Announcer {
	const audio = new AudioContext();
	const sound = signal<Sound>("blocked");
	const listen = () => {
		sound.value = audio.state === "running" ? "on" : "blocked";
	};
	audio.addEventListener("statechange", listen);
	addEventListener("pointerdown", () => void audio.resume().then(listen));
	addEventListener("keydown", () => void audio.resume().then(listen));
	listen();
	// Some engines load their list of voices only after it was first asked for.
	globalThis.speechSynthesis?.getVoices();

	const say = async ({ id, language }: PublicCall, counter: Bilingual) => {
		if (audio.state !== "running") return;
		await chime(audio);
		const words = spokenCall(id, counter);
		for (const locale of spokenIn(language)) {
			const voice = localVoice(locale);
			if (voice !== undefined && (await speak(words[locale], voice)) === "blocked") sound.value = "blocked";
		}
	};
	return {
		sound,
		announce: async (call, counter, othersWait) => {
			await Promise.all([say(call, counter).catch(() => undefined), shown(othersWait)]);
		},
	};
}
