/** The one synchronous piece of `nodejs_compat` the worker uses: hashing inside a storage transaction. */
declare module "node:crypto" {
	export function hash(algorithm: "sha256", text: string, encoding: "hex"): string;
}
