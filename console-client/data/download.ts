import { addressOf, type CallInput, type Route } from "../../client-kit/call/address-of.ts";
import { type ClientProblem, OFFLINE } from "../../client-kit/call/client-problem.ts";
import { authorizationOf } from "../../client-kit/call/credential.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import type { EndpointName } from "../../schema/endpoint/api.ts";
import { enter } from "./entry.ts";

const DOWNLOAD_TIMEOUT_MS = 60_000;

/** Saves what an endpoint answers as a file of the person's own; rejects with a `Refusal`. */
export async function download<Name extends EndpointName>(
	route: Route<Name>,
	input: CallInput<Name>,
	fileName: string,
): Promise<void> {
	const credential = await enter();
	const headers = {
		"x-tingtang-client": "1",
		"accept-language": "zh",
		...(credential !== null && { authorization: authorizationOf(credential) }),
	};
	const response = await fetch(addressOf(route, input), {
		method: route.method,
		headers,
		signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
	}).catch(() => null);
	if (response === null) throw new Refusal(route.name, OFFLINE);
	if (!response.ok)
		throw new Refusal(route.name, ((await response.json().catch(() => OFFLINE)) as ClientProblem) ?? OFFLINE);
	saveFile(await response.blob(), fileName);
}

/** By then every browser has begun to read a file that was handed to it. */
const READ_WITHIN_MS = 40_000;

/** Hands a file to the browser's own download. */
export function saveFile(blob: Blob, fileName: string): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement("a");
	link.href = address;
	link.download = fileName;
	link.click();
	// A browser that is busy reads the file, and what it is called, a while later.
	setTimeout(() => URL.revokeObjectURL(address), READ_WITHIN_MS);
}
