/**
 * What proves who we are: `token.<session token>` for devices and the demo's tabs, `link.<22 characters>` for the holder
 * of one ticket; null: the browser's cookie does, which no script can read.
 */
export type Credential = `token.${string}` | `link.${string}`;

export const tokenCredential = (token: string): Credential => `token.${token}`;
export const linkCredential = (link: string): Credential => `link.${link}`;

/** The `Authorization` header of a credential. */
export function authorizationOf(credential: Credential): string {
	const value = credential.slice(credential.indexOf(".") + 1);
	return credential.startsWith("link.") ? `Link ${value}` : `Bearer ${value}`;
}
