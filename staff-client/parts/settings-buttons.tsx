import { switchTheme } from "../../client-kit/page/theme.ts";
import { Icon } from "../../react-kit/icon.tsx";
import { useTheme } from "../live/theme.ts";
import { switchLanguage, useWords } from "../words/words.ts";
import { keepFocus } from "./keep-focus.ts";

/** Language and light or dark, on every page. */
export function SettingsButtons() {
	const { t } = useWords();
	const theme = useTheme();
	return (
		<>
			<button
				type="button"
				className="quiet"
				onMouseDown={keepFocus}
				onClick={switchLanguage}
				aria-label={t("languageLabel")}
			>
				{t("language")}
			</button>
			<button
				type="button"
				className="quiet"
				onMouseDown={keepFocus}
				onClick={switchTheme}
				aria-label={theme === "dark" ? t("themeToLight") : t("themeToDark")}
			>
				<Icon name={theme === "dark" ? "sun" : "moon"} />
			</button>
		</>
	);
}
