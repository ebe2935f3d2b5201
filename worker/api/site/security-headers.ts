const YEAR_SECONDS = 31_536_000;
const TWO_YEARS_SECONDS = 2 * YEAR_SECONDS;

const STRICT_TRANSPORT = `max-age=${TWO_YEARS_SECONDS}; includeSubDomains`;

/** What every answer carries, page or not. */
const COMMON = {
	"Strict-Transport-Security": STRICT_TRANSPORT,
	"X-Content-Type-Options": "nosniff",
	"Referrer-Policy": "no-referrer",
	"Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** For whoever opens an answer of the API as if it were a page: nothing in it runs, loads or is framed. */
export const API_HEADERS: readonly (readonly [string, string])[] = Object.entries({
	...COMMON,
	"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
});

/** No page of this system needs any of these. */
const NO_FEATURES = [
	"accelerometer",
	"camera",
	"display-capture",
	"geolocation",
	"gyroscope",
	"magnetometer",
	"microphone",
	"midi",
	"payment",
	"serial",
	"usb",
];

/** What a page may do: scripts and everything else from this origin alone, and no code or style inside the page. */
function pagePolicy(moreConnections = ""): string {
	return [
		"default-src 'none'",
		"script-src 'self'",
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self'",
		"media-src 'self'",
		`connect-src 'self'${moreConnections}`,
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join("; ");
}

/** Headers of the static pages by path, in the order in which they apply. */
export const PAGE_HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	"/*": {
		...COMMON,
		"Content-Security-Policy": pagePolicy(),
		"Cross-Origin-Opener-Policy": "same-origin",
		"Permissions-Policy": NO_FEATURES.map((feature) => `${feature}=()`).join(", "),
		"X-Frame-Options": "DENY",
	},
	// Every file there has a hash of what is in it in its name.
	"/assets/*": { "Cache-Control": `public, max-age=${YEAR_SECONDS}, immutable` },
	// A customer's phone may be old: until a few years ago its browsers took 'self' for pages only, not for sockets.
	"/ticket/*": { "Content-Security-Policy": pagePolicy(" wss:") },
};
