/**
 * The text a device signs to sign in. It names what the signature is for, so that no other signature of the same key
 * can stand for it, and where (`origin`: scheme, host and port): one made for another address is worth nothing here.
 */
export function deviceProofText(origin: string, deviceId: string, challenge: string): string {
	return ["tingtang device sign-in", origin, deviceId, challenge].join("\n");
}
