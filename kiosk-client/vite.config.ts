import { mergeConfig } from "vite";
import { clientConfig } from "../scripts/client-config.ts";

/** The ticket machine, and the page of one ticket on its customer's phone. */
export default mergeConfig(clientConfig({ client: "kiosk-client", pages: ["kiosk", "ticket"], jsx: "preact" }), {
	// Modules before their browser builds, which come wrapped for another age.
	resolve: { mainFields: ["module", "browser"] },
	build: { modulePreload: { polyfill: false } },
});
