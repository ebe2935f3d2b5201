import { describe, expect, it } from "vitest";
import { networkOf } from "../../worker/domain/network.ts";

describe("the network of an address", () => {
	it("[DEV-1] leaves out what names a machine", () => {
		for (const [address, network] of [
			["203.0.113.77", "203.0.113.*"],
			["::ffff:203.0.113.77", "203.0.113.*"],
			["2001:0db8:0001:0000:0000:0000:0000:00ff", "2001:db8:1::/48"],
			["2001:DB8:1::ff", "2001:db8:1::/48"],
			["::1", "0:0:0::/48"],
			["fe80::1:2:3:4", "fe80:0:0::/48"],
			[null, "?"],
			["", "?"],
			["local", "?"],
			["<script>", "?"],
		] as const) {
			expect([address, networkOf(address)]).toEqual([address, network]);
		}
	});
});
