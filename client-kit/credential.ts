/**
 * What proves who we are, in the form of the second WebSocket subprotocol: `token.<jwt>` for staff and devices,
 * `link.<22 characters>` for the holder of one ticket. HTTP calls derive their header from it.
 */
export type Credential = `token.${string}` | `link.${string}`;

export const tokenCredential = (token: string): Credential => `token.${token}`;
export const linkCredential = (link: string): Credential => `link.${link}`;

/** The `Authorization` header of a credential. */
export function authorizationOf(credential: Credential): string {
	const value = credential.slice(credential.indexOf(".") + 1);
	return credential.startsWith("link.") ? `Link ${value}` : `Bearer ${value}`;
}
