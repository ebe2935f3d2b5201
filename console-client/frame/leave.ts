import { clearTab } from "../../client-kit/page/web-storage.ts";

/** After signing out: nothing that was read stays on the page. */
export function leave(): void {
	clearTab();
	location.assign(location.pathname);
}
