import "../../client-kit/tokens.css";
import "./pair.css";
import { signal } from "@preact/signals";
import { render } from "preact";
import { elapsedMs } from "../../client-kit/time/elapsed.ts";
import { browserWorld, knownDevice } from "./browser-world.ts";
import { nextAddress, purposeIn } from "./next-address.ts";
import { pairDevice } from "./pair-device.ts";
import { PairPage } from "./pair-page.tsx";
import type { PairingStep } from "./pairing-step.ts";

const SECOND_MS = 1_000;
/** Time to read that it worked. */
const OPEN_AFTER_MS = 3_000;

const query = new URLSearchParams(location.search);
const purpose = purposeIn(query);
const next = query.get("next");
const step = signal<PairingStep>({ kind: "starting" });
const now = signal(elapsedMs());
setInterval(() => {
	now.value = elapsedMs();
}, SECOND_MS);

const page = document.getElementById("page");
if (page !== null) void begin(page);

async function begin(page: HTMLElement): Promise<void> {
	// Without a secure context there is neither a key nor a place that only this address can read.
	const insecure = !isSecureContext || crypto.subtle === undefined;
	const known = insecure ? null : await knownDevice(purpose);
	render(<PairPage model={{ purpose, next, revoked: known?.revoked === true, step, now }} />, page);
	if (insecure) {
		step.value = { kind: "unable", why: "insecure" };
		return;
	}
	if (known !== null && !known.revoked) return open(known.device);
	const world = await browserWorld(purpose, (value) => {
		step.value = value;
	});
	const approved = await pairDevice(world);
	if (approved !== null) open({ ...approved, purpose: approved.actor.purpose });
}

function open(device: Parameters<typeof nextAddress>[1] & { readonly name: string }): void {
	step.value = { kind: "paired", name: device.name };
	setTimeout(() => location.replace(nextAddress(next, device)), OPEN_AFTER_MS);
}
