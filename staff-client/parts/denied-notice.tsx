import { type Locale, pick } from "../../client-kit/language/i18n.ts";
import { RIGHT_NAMES } from "../../client-kit/words/right-names.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { whomToAsk } from "../../rules/holding.ts";
import type { Right } from "../../rules/permission.ts";
import { ROLE_NAMES } from "../../schema/role-name.ts";
import { useWords } from "../words/words.ts";
import { SettingsButtons } from "./settings-buttons.tsx";

type Denial = {
	readonly right: Right;
	/** The right is held, but not at this place. */
	readonly elsewhere?: boolean;
};

/** Says what is missing and whom to ask, in both languages: whoever is asked for help may read the other one. */
export function DeniedNotice(denial: Denial) {
	const { t, locale } = useWords();
	return (
		<main className="full-notice stack center">
			<div className="full-notice-settings">
				<SettingsButtons />
			</div>
			<Icon name="lock" />
			<DenialIn {...denial} language={locale} isMain />
			<DenialIn {...denial} language={locale === "zh" ? "en" : "zh"} />
			<div className="line">
				<button type="button" className="action" onClick={() => location.reload()}>
					{t("reload")}
				</button>
				<a className="action" href="/sign-in/">
					{t("account")}
				</a>
			</div>
		</main>
	);
}

function DenialIn(props: Denial & { readonly language: Locale; readonly isMain?: boolean }) {
	const { right, language, isMain = false, elsewhere = false } = props;
	const { tIn } = useWords();
	const title = tIn(language, "deniedTitle");
	const helper = whomToAsk(right, elsewhere ? "wrong-place" : "not-permitted");
	return (
		<div lang={language === "zh" ? "zh-CN" : "en"} className={isMain ? "lines" : "lines soft"}>
			{isMain ? <h1>{title}</h1> : <p>{title}</p>}
			<p>
				{elsewhere
					? tIn(language, "deniedPlace")
					: tIn(language, "deniedRight", { right: pick(RIGHT_NAMES[right], language) })}
			</p>
			<p className="strong">{tIn(language, "deniedAsk", { helper: pick(ROLE_NAMES[helper], language) })}</p>
		</div>
	);
}
