import type { Locale } from "./i18n.ts";

/** Some speech engines lose their end event: after this time the text counts as spoken. */
const SPEECH_MAX_MS = 12_000;

/** Language tags of the voices to use. For Chinese only Mandarin: Cantonese voices are tagged `zh` too (`zh-HK`). */
const LANGUAGES: Readonly<Record<Locale, RegExp>> = { zh: /^(zh|cmn)([-_](CN|Hans.*|SG))?$/i, en: /^en([-_]|$)/i };

/** A voice that speaks on this device without sending the text anywhere; undefined when there is none. */
export function localVoice(
	locale: Locale,
	voices: readonly SpeechSynthesisVoice[] = globalThis.speechSynthesis?.getVoices() ?? [],
): SpeechSynthesisVoice | undefined {
	return voices.find((voice) => voice.localService && LANGUAGES[locale].test(voice.lang));
}

/** Speaks and resolves when done; `blocked` when the browser wants a touch first. */
export function speak(text: string, voice: SpeechSynthesisVoice): Promise<"spoken" | "blocked"> {
	return new Promise((resolve) => {
		const utterance = new SpeechSynthesisUtterance(text);
		utterance.voice = voice;
		utterance.lang = voice.lang;
		utterance.rate = 0.9;
		const timer = setTimeout(() => {
			speechSynthesis.cancel();
			resolve("spoken");
		}, SPEECH_MAX_MS);
		const finish = (result: "spoken" | "blocked") => {
			clearTimeout(timer);
			resolve(result);
		};
		utterance.onend = () => finish("spoken");
		utterance.onerror = (event) => finish(event.error === "not-allowed" ? "blocked" : "spoken");
		speechSynthesis.speak(utterance);
	});
}
