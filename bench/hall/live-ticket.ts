import { SUBPROTOCOL, TICKET_SUBPROTOCOL_PREFIX } from "../../rules/live-protocol.ts";
import { BenchFailure } from "../measure/measure.ts";

/**
 * Gets a live ticket, and gives the subprotocols that open one live connection with it.
 * @param url of the branch, without a slash at the end
 */
export async function liveProtocols(url: string, token: string, audience: string): Promise<string[]> {
	const response = await fetch(`${url}/live-tickets`, {
		method: "POST",
		headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
		body: JSON.stringify({ audience }),
	});
	if (!response.ok) throw new BenchFailure(`no live ticket: ${response.status} ${await response.text()}`);
	const { ticket } = (await response.json()) as { ticket: string };
	return [SUBPROTOCOL, `${TICKET_SUBPROTOCOL_PREFIX}${ticket}`];
}
