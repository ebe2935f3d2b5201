import { REPORT_DEVICE } from "../../rules/routes/device.ts";
import type { DevicePurpose } from "../../schema/actor.ts";
import { DEVICE_REPORT_EVERY_MS } from "../../schema/limits.ts";
import { call } from "../call/call.ts";
import { deviceCredential } from "./device-session.ts";

/** By then the page has signed in for what it is there for. */
const FIRST_REPORT_MS = 10_000;
const SHOWS_MAX_CHARS = 160;

/** Tells the bank now and then which build a paired device runs and what it shows. */
export function keepReporting(want: {
	readonly kind: "device";
	readonly purpose: DevicePurpose;
	readonly branchId: string;
}): void {
	const report = async () => {
		const credential = await deviceCredential(want);
		if (!credential.ok) return;
		const body = { version: clientVersion(), shows: shownPath() };
		await call(REPORT_DEVICE, { body }, credential.value);
	};
	setTimeout(() => void report(), FIRST_REPORT_MS);
	setInterval(() => void report(), DEVICE_REPORT_EVERY_MS);
}

/** The build this script came with: its content's hash, which the build put into its name. */
export function clientVersion(): string {
	return /-([\w-]{8})\.js/.exec(import.meta.url)?.[1] ?? "dev";
}

function shownPath(): string {
	return (location.pathname + location.search).replace(/[^\w/?&=.%-]/g, "_").slice(0, SHOWS_MAX_CHARS);
}
