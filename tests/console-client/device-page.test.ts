import { describe, it } from "vitest";
import { pageOfDevice } from "../../console-client/devices/device-labels.ts";

const NAMES: Record<string, string> = { "sh-bund": "外滩支行", "sh-jingan": "静安支行" };
const page = (purpose: "display" | "kiosk", shows: string | null) =>
	pageOfDevice(
		{ purpose, branchId: "sh-bund", shows },
		(...words: readonly unknown[]) => String(words[0]),
		(nodeId) => NAMES[nodeId] ?? nodeId,
	);

describe("the page that a device shows", () => {
	it("[SCR-43] is named, and stands out when it is not the page that the device was paired for", ({ expect }) => {
		expect(page("display", null)).toEqual({ text: "—", strange: false });
		for (const own of ["/display/?branch=sh-bund", "/display/"]) {
			expect(page("display", own)).toEqual({ text: "deviceShowsOwn", strange: false });
		}
		expect(page("display", "/kiosk/?branch=sh-bund")).toEqual({ text: "外滩支行 · purposeKiosk", strange: true });
		expect(page("kiosk", "/kiosk/?branch=sh-jingan")).toEqual({ text: "静安支行 · purposeKiosk", strange: true });
		expect(page("kiosk", "/sign-in/")).toEqual({ text: "/sign-in/", strange: true });
	});
});
