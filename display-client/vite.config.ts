import { mergeConfig } from "vite";
import { clientConfig } from "../scripts/client-config.ts";

/** A lobby screen is counted in bytes: it runs on cheap television browsers. */
export default mergeConfig(clientConfig({ client: "display-client", pages: ["display"], jsx: "preact" }), {
	// A wall has no developer's tools that signals could be shown in.
	define: { "window.__PREACT_SIGNALS_DEVTOOLS__": "false" },
	// Modules before their browser builds, which come wrapped for another age.
	resolve: { mainFields: ["module", "browser"] },
	build: {
		// One script per page needs nothing preloaded.
		modulePreload: { polyfill: false },
		// The slower of the two minifiers gets more out of it. Nobody reads a console on a wall.
		minify: "terser",
		rolldownOptions: { checks: { pluginTimings: false } },
		terserOptions: { module: true, ecma: 2020, compress: { passes: 3, drop_console: true } },
	},
});
