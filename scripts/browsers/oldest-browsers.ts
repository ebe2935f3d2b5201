/** Versions under the names that MDN's compatibility data gives the browsers. */
export type Versions = Readonly<
	Partial<Record<"chrome" | "chrome_android" | "edge" | "firefox" | "safari" | "safari_ios", number>>
>;

export type OldestBrowsers = {
	readonly versions: Versions;
	/** The same for whoever stands before a page that does not start. */
	readonly words: { readonly zh: string; readonly en: string };
};

/** Television boxes and Windows 7. */
const SCREEN: OldestBrowsers = {
	versions: { chrome: 87, chrome_android: 87 },
	words: { zh: "Chrome 87、Edge 87 或更新的版本", en: "Chrome 87, Edge 87 or newer" },
};

const PHONE: OldestBrowsers = {
	versions: { chrome_android: 100, safari_ios: 15 },
	words: { zh: "iOS 15 的 Safari、Chrome 100 或更新的版本", en: "Safari of iOS 15, Chrome 100 or newer" },
};

/** Pages for every device, of staff and of customers. */
const ANY_DEVICE: OldestBrowsers = {
	versions: { chrome: 87, chrome_android: 87, safari_ios: 15 },
	words: {
		zh: "iOS 15 的 Safari、Chrome 87、Edge 87 或更新的版本",
		en: "Safari of iOS 15, Chrome 87, Edge 87 or newer",
	},
};

/** The browsers of two years, counted from November 2026: move these on once a year. */
const DESK: OldestBrowsers = {
	versions: { chrome: 131, edge: 131, firefox: 132, safari: 18 },
	words: {
		zh: "Chrome 131、Edge 131、Firefox 132、Safari 18 或更新的版本",
		en: "Chrome 131, Edge 131, Firefox 132, Safari 18 or newer",
	},
};

/**
 * The one place that states the oldest browsers, by the folder of each page. From here come the target of the build, what
 * `check-browsers.ts` holds scripts and styles against, and the sentence of a page that does not start.
 */
export const OLDEST_BROWSERS = {
	"display-client/display": SCREEN,
	"kiosk-client/kiosk": SCREEN,
	"kiosk-client/pair": SCREEN,
	"kiosk-client/ticket": ANY_DEVICE,
	"staff-client/counter": SCREEN,
	"staff-client/staff": PHONE,
	"staff-client/approve": ANY_DEVICE,
	"staff-client/sign-in": ANY_DEVICE,
	"staff-client/start": ANY_DEVICE,
	"console-client/console": DESK,
} as const satisfies Readonly<Record<string, OldestBrowsers>>;

/** The oldest of each browser among a client's pages, because they share scripts and styles. */
export function oldestOfClient(client: string): Versions {
	return oldestWhere((page) => page.startsWith(`${client}/`));
}

/** The oldest of each browser among all pages: what looks after them when there is no network is one script for all. */
export function oldestOfAll(): Versions {
	return oldestWhere(() => true);
}

function oldestWhere(isMeant: (page: string) => boolean): Versions {
	const oldest: Partial<Record<keyof Versions, number>> = {};
	for (const [page, { versions }] of Object.entries(OLDEST_BROWSERS)) {
		if (!isMeant(page)) continue;
		for (const [browser, version] of Object.entries(versions) as [keyof Versions, number][])
			oldest[browser] = Math.min(version, oldest[browser] ?? version);
	}
	return oldest;
}

const BUILD_NAMES = {
	chrome: "chrome",
	chrome_android: "chrome",
	edge: "edge",
	firefox: "firefox",
	safari: "safari",
	safari_ios: "ios",
} as const satisfies Record<keyof Versions, string>;

/**
 * Below these the compiler rewrites every class and every `?.` because of two faults of V8 (a static field called `name`, a
 * spread in an optional call), which costs a screen a kilobyte. `check-browsers.ts` finds those and what is really too new.
 */
const SYNTAX_FROM = { chrome: 98, edge: 98, ios: 16, firefox: 0, safari: 0 } as const;

/** What Vite compiles a client's scripts and styles down to. */
export function buildTarget(client: string): { target: string[]; cssTarget: string[] } {
	const versions = Object.entries(oldestOfClient(client)) as [keyof Versions, number][];
	const named = versions.map(([browser, version]) => [BUILD_NAMES[browser], version] as const);
	const target = named.map(([name, version]) => `${name}${Math.max(version, SYNTAX_FROM[name])}`);
	const cssTarget = named.map(([name, version]) => `${name}${version}`);
	return { target: [...new Set(target)], cssTarget: [...new Set(cssTarget)] };
}
