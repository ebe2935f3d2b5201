import { DEVICES, DEVICES_OF_BRANCH } from "../../rules/routes/device.ts";
import type { DevicePurpose } from "../../schema/actor.ts";
import type { DeviceStatus, ListedDevice } from "../../schema/people/device.ts";
import { type Rows, useRows } from "../data/use-read.ts";

/** Who is connected changes while somebody looks. */
const READ_EVERY_MS = 10_000;

/** Devices as the address filters them: everywhere one may look, or at one branch. */
export function useDevices(address: URLSearchParams): Rows<ListedDevice> {
	const [branchId, purpose, status] = [address.get("branch"), address.get("purpose"), address.get("status")];
	// The server refuses a value that is none.
	const query = {
		...(purpose && { purpose: purpose as DevicePurpose }),
		...(status && { status: status as DeviceStatus }),
	};
	const everywhere = useRows(DEVICES, { query }, { enabled: branchId === null, everyMs: READ_EVERY_MS });
	const here = useRows(
		DEVICES_OF_BRANCH,
		{ params: { branchId: branchId ?? "" }, query },
		{ enabled: branchId !== null, everyMs: READ_EVERY_MS },
	);
	return branchId === null ? everywhere : here;
}
