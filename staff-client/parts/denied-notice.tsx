import type { Locale } from "../../client-kit/i18n.ts";
import type { Helper } from "../access/whom-to-ask.ts";
import { useWords } from "../words/words.ts";
import { Icon } from "./icon.tsx";
import { SettingsButtons } from "./settings-buttons.tsx";

const HELPER_WORD = {
	"branch-head": "helperBranchHead",
	"human-resources": "helperHumanResources",
} as const satisfies Record<Helper, string>;

type Denial = { readonly helper: Helper; readonly elsewhere: boolean };

/** Says what is missing and whom to ask, in both languages: whoever is asked for help may read the other one. */
export function DeniedNotice({ helper, elsewhere }: Denial) {
	const { t, locale } = useWords();
	return (
		<main className="full-notice">
			<div className="full-notice-settings">
				<SettingsButtons />
			</div>
			<Icon name="lock" />
			<DenialIn language={locale} helper={helper} elsewhere={elsewhere} isMain />
			<DenialIn language={locale === "zh" ? "en" : "zh"} helper={helper} elsewhere={elsewhere} />
			<div className="full-notice-actions">
				<button type="button" className="button-like" onClick={() => location.reload()}>
					{t("reload")}
				</button>
				<a className="button-like" href="/sign-in/">
					{t("account")}
				</a>
			</div>
		</main>
	);
}

function DenialIn(props: Denial & { readonly language: Locale; readonly isMain?: boolean }) {
	const { language, isMain = false } = props;
	const { tIn } = useWords();
	const title = tIn(language, "deniedTitle");
	return (
		<div lang={language === "zh" ? "zh-CN" : "en"} className={isMain ? "denied" : "denied soft"}>
			{isMain ? <h1>{title}</h1> : <p>{title}</p>}
			<p>
				{props.elsewhere
					? tIn(language, "deniedPlace")
					: tIn(language, "deniedNeeds", { right: tIn(language, "deniedHall") })}
			</p>
			<p className="denied-ask">{tIn(language, "deniedAsk", { helper: tIn(language, HELPER_WORD[props.helper]) })}</p>
		</div>
	);
}
