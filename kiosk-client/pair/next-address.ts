import type { DevicePurpose } from "../../schema/actor.ts";

const PAGES: Readonly<Record<DevicePurpose, string>> = {
	display: "/display/",
	kiosk: "/kiosk/",
	"counter-pad": "/counter/",
};

/** What `?for=` names; a screen when it names nothing there is. */
export function purposeIn(query: URLSearchParams): DevicePurpose {
	const purposes = Object.keys(PAGES) as DevicePurpose[];
	return purposes.find((purpose) => purpose === query.get("for")) ?? "display";
}

/** The page of a paired device: the one it came from (`?next=`) when that is a page of its purpose, at its own branch. */
export function nextAddress(
	next: string | null,
	device: { readonly purpose: DevicePurpose; readonly branchId: string },
): string {
	const page = PAGES[device.purpose];
	const query = new URLSearchParams(next?.startsWith(`${page}?`) ? next.slice(page.length + 1) : "");
	query.set("branch", device.branchId);
	return `${page}?${query}`;
}

/** Where a phone decides about a code. The code stands behind the `#`, so that no log on the way gets it. */
export function approvalAddress(origin: string, userCode: string, next: string | null): string {
	const branchId = new URLSearchParams(next?.split("?")[1] ?? "").get("branch");
	return `${origin}/approve/${branchId === null ? "" : `?${new URLSearchParams({ branch: branchId })}`}#${userCode}`;
}
