import { store, stored } from "../page/web-storage.ts";
import { type ChosenLocale, LANGUAGE_PARAM } from "./i18n.ts";

const STORE_KEY = "tingtang.locale";

/** The language chosen in this browser, for all its pages. */
export const chosenLocale: ChosenLocale = {
	read: () => stored("localStorage", STORE_KEY),
	write: (locale) => {
		store("localStorage", STORE_KEY, locale);
		// Else a reload would go back to the language that the address asks for.
		const address = new URL(location.href);
		if (!address.searchParams.has(LANGUAGE_PARAM)) return;
		address.searchParams.set(LANGUAGE_PARAM, locale);
		history.replaceState(history.state, "", address);
	},
};
