import { clockTime } from "../../client-kit/language/format.ts";
import type { KioskModel } from "./kiosk-model.ts";
import { locale, say, setLocale } from "./words.ts";

/** The head of the page: the branch's name, the time, and the two switches for language and large type. */
export function Head({ model, name }: { model: KioskModel; name: string }) {
	const now = model.now.value;
	const branch = model.branch.value;
	return (
		<header class="head">
			<p class="head-name">{name}</p>
			{now !== null && branch !== undefined && <time class="tabular">{clockTime(now, branch.timeZone)}</time>}
			<div class="switches">
				<button type="button" lang={locale.value === "zh" ? "en" : "zh-CN"} onClick={switchLanguage}>
					{say("otherLanguage")}
				</button>
				<button type="button" onClick={model.toggleElder}>
					{say(model.elder.value ? "normalType" : "largeType")}
				</button>
			</div>
		</header>
	);
}

function switchLanguage(): void {
	setLocale(locale.value === "zh" ? "en" : "zh");
}
