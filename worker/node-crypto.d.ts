/** The one synchronous piece of `nodejs_compat` the worker uses: hashing inside a storage transaction. */
declare module "node:crypto" {
	type Hash = { update(text: string): Hash; digest(encoding: "hex"): string };
	export function createHash(algorithm: "sha256"): Hash;
}
