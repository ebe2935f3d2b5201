import { resolve } from "node:path";
import { clientConfig } from "../scripts/client-config.ts";

const config = clientConfig({ client: "console-client", pages: ["console"], jsx: "react" });

export default {
	...config,
	resolve: { alias: { "@rjsf/validator-ajv8": resolve(import.meta.dirname, "configuration/editor/no-ajv.ts") } },
	build: {
		...config.build,
		rolldownOptions: {
			...config.build?.rolldownOptions,
			// antd marks its files for servers that render React; a page in a browser needs no mark.
			onLog: (level, log, handle) => log.code === "MODULE_LEVEL_DIRECTIVE" || handle(level, log),
		},
	},
} satisfies typeof config;
