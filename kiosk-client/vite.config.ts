import { mergeConfig } from "vite";
import { clientConfig } from "../scripts/client-config.ts";

/** The ticket machine, the page of one ticket on its customer's phone, and the page that pairs a new device. */
export default mergeConfig(
	clientConfig({ client: "kiosk-client", pages: ["kiosk", "ticket", "pair"], jsx: "preact" }),
	{
		// Modules before their browser builds, which come wrapped for another age.
		resolve: { mainFields: ["module", "browser"] },
		build: { modulePreload: { polyfill: false } },
	},
);
