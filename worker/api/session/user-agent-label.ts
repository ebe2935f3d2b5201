/** How much of what a browser says of itself is kept, to tell one's own sessions apart. */
const LABEL_MAX_CHARS = 80;
const BROWSERS = ["MicroMessenger", "Edg", "Firefox", "Chrome", "Safari"] as const;
const SYSTEMS = ["HarmonyOS", "Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux"] as const;

/** Browser and system in a few words, from the `User-Agent` header; the header's beginning when it is none we know. */
export function userAgentLabel(request: Request): string {
	const agent = request.headers.get("User-Agent") ?? "";
	const browser = BROWSERS.find((name) => agent.includes(`${name}/`));
	const system = SYSTEMS.find((name) => agent.includes(name));
	const label = browser === undefined ? agent : [browser, system].filter(Boolean).join(", ");
	return label.replaceAll(/[^\x20-\x7e]/g, "").slice(0, LABEL_MAX_CHARS);
}
