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
		// Nobody reads a console on a wall.
		rolldownOptions: { output: { minify: { compress: { dropConsole: true }, mangle: true, codegen: true } } },
	},
});
