import { useEffect } from "preact/hooks";
import { waitInWords } from "../../client-kit/language/format.ts";
import { type Locale, pick } from "../../client-kit/language/i18n.ts";
import { spokenDigits } from "../../client-kit/language/spoken-digits.ts";
import { localVoice, speak } from "../../client-kit/language/voice.ts";
import type { QuotedRange } from "../../rules/quote.ts";
import type { KioskModel } from "./kiosk-model.ts";
import type { Step } from "./kiosk-step.ts";
import { locale, say } from "./words.ts";

/** In large type the machine also speaks what to do, if this device has a voice of its own for the language. */
export function useGuidance(model: KioskModel): void {
	const text = model.elder.value ? guidance(model.step.value, model.idle.value.stage === "asking", locale.value) : null;
	useEffect(() => {
		const voice = text === null ? undefined : localVoice(locale.peek());
		if (text === null || voice === undefined) return;
		void speak(text, voice);
		return () => speechSynthesis.cancel();
	}, [text]);
}

function guidance(step: Step, asking: boolean, language: Locale): string | null {
	if (asking) return say("spokenStillThere");
	switch (step.at) {
		case "choosing":
			return say("spokenChoose");
		case "recognising":
			return say("recogniseTitle");
		case "confirming":
			return (
				say("spokenConfirm", { service: pick(step.service.name, language), count: step.service.waiting }) +
				spokenWait(step.service.quote, language)
			);
		case "ticket": {
			const { number, ahead, quote } = step.ticket;
			return (
				say("spokenTicket", { number: spokenDigits(number, language), count: ahead }) + spokenWait(quote, language)
			);
		}
		case "unanswered":
			return say("unansweredText");
		case "refused":
			return language === "zh" ? step.problem.title : step.problem.titleEn;
		case "issuing":
			return null;
		default:
			return step satisfies never;
	}
}

function spokenWait(quote: QuotedRange | undefined, language: Locale): string {
	if (quote === undefined) return "";
	return (language === "zh" ? "。" : ". ") + say("quote", { wait: waitInWords(quote, language) });
}
