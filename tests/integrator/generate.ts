import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";

/**
 * As a foreign developer does it: TypeScript types from the published document. The generator needs the compiler as a library,
 * which TypeScript has no more since version 7, so that it gets an older one.
 * Usage: node tests/integrator/generate.ts <address of the document> <file to write>
 */
registerHooks({
	resolve: (specifier, context, next) =>
		next(specifier === "typescript" ? "typescript-as-library" : specifier, context),
});

const [address = "", file = ""] = process.argv.slice(2);
const { astToString, default: openapiTS } = await import("openapi-typescript");
writeFileSync(file, astToString(await openapiTS(new URL(address))));
