import { describe, it } from "vitest";
import { ListedDevice } from "../../../schema/people/device.ts";
import { aBranch, eventually } from "../../branch/a-branch.ts";
import { LiveClient } from "../../branch/live-client.ts";
import { aPairedDevice, sessionOf } from "../a-device.ts";
import { bearer, call, staffAt } from "../callers.ts";

describe("the list of devices", () => {
	it("[DEV-8] says which page is connected now, and no longer so once it has closed, however lately it was seen", async ({
		expect,
	}) => {
		const { branchId } = await aBranch();
		const person = staffAt("lobby-manager", branchId, "presence");
		const [shown, other] = [await aPairedDevice(person, branchId), await aPairedDevice(person, branchId)];
		const headers = await bearer(staffAt("branch-head", branchId));
		const connected = async (deviceId: string) => {
			const page = (await (await call(`/branches/${branchId}/devices`, { headers })).json()) as { rows: unknown[] };
			const rows = page.rows.map((row) => ListedDevice.parse(row));
			return rows.find((row) => row.deviceId === deviceId)?.connected;
		};
		expect([await connected(shown.deviceId), await connected(other.deviceId)]).toEqual([false, false]);
		const { token } = await sessionOf(await shown.signIn(shown.deviceId));
		const page = await LiveClient.open({ branchId, audience: "display", credential: `token.${token}` });
		expect([await connected(shown.deviceId), await connected(other.deviceId)]).toEqual([true, false]);
		page.close();
		await eventually("the page is gone", async () => (await connected(shown.deviceId)) === false);
	});

	it("[DEV-8] says nothing of a device that is out", async ({ expect }) => {
		const { branchId } = await aBranch();
		const device = await aPairedDevice(staffAt("lobby-manager", branchId, "presence-2"), branchId);
		const headers = await bearer(staffAt("branch-head", branchId));
		const path = `/branches/${branchId}/devices`;
		expect((await call(`${path}/${device.deviceId}`, { method: "DELETE", headers })).status).toBe(200);
		const page = (await (await call(path, { headers })).json()) as { rows: unknown[] };
		expect(page.rows).toMatchObject([{ deviceId: device.deviceId, status: "revoked", connected: null }]);
	});
});
