import { store, stored } from "../page/web-storage.ts";
import { ADDRESS_KEY, type ChosenLocale } from "./i18n.ts";

const STORE_KEY = "tingtang.locale";

/** The language chosen in this browser, for all its pages. */
export const chosenLocale: ChosenLocale = {
	read: () => stored("localStorage", STORE_KEY),
	write: (locale) => {
		store("localStorage", STORE_KEY, locale);
		// A choice made on the page outlives the one its address came with.
		const address = new URL(location.href);
		if (!address.searchParams.has(ADDRESS_KEY)) return;
		address.searchParams.set(ADDRESS_KEY, locale);
		history.replaceState(history.state, "", address);
	},
};
