import { describe, expect, it } from "vitest";
import { blockOf, networkOf } from "../../../worker/domain/session/network.ts";

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

describe("an address as limits count it", () => {
	it("[SEC-3] is whole for IPv4, and for IPv6 the network that has one owner", () => {
		for (const [address, block] of [
			["203.0.113.77", "203.0.113.77"],
			["::ffff:203.0.113.77", "203.0.113.77"],
			["2001:0db8:0001:0002:0000:0000:0000:00ff", "2001:db8:1:2::/64"],
			["2001:DB8:1:2:9:9:9:9", "2001:db8:1:2::/64"],
			["2001:db8:1::ff", "2001:db8:1:0::/64"],
		] as const) {
			expect([address, blockOf(address)]).toEqual([address, block]);
		}
	});
});
