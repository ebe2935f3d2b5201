/** What is said of an address that cannot be read. */
export const UNKNOWN_NETWORK = "?";

/**
 * The network of an address, without the part that names a machine: the first three figures of an IPv4 address, the
 * first 48 bits of an IPv6 address.
 */
export function networkOf(address: string | null): string {
	const text = (address ?? "").trim().toLowerCase();
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1] ?? text;
	const four = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(mapped);
	if (four !== null) return `${four[1]}.${four[2]}.${four[3]}.*`;
	if (!/^[0-9a-f:]{2,39}$/.test(text) || !text.includes(":")) return UNKNOWN_NETWORK;
	return `${groupsOf(text).slice(0, 3).join(":")}::/48`;
}

/** An address as limits count it: an IPv4 address whole, of an IPv6 address the first 64 bits, which have one owner. */
export function blockOf(address: string): string {
	const text = address.trim().toLowerCase();
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
	if (mapped !== undefined) return mapped;
	return text.includes(":") ? `${groupsOf(text).slice(0, 4).join(":")}::/64` : text;
}

/** The eight groups of an IPv6 address, each without leading zeros. */
function groupsOf(address: string): string[] {
	const [head = "", tail = ""] = address.split("::");
	const front = head.split(":").filter((group) => group !== "");
	const back = tail.split(":").filter((group) => group !== "");
	const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => "0");
	return [...front, ...zeros, ...back].map((group) => group.replace(/^0+(?=.)/, ""));
}
