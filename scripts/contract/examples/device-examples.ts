import type { Examples } from "./example.ts";

const KEY = {
	kty: "EC",
	crv: "P-256",
	x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
	y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
};
const VERSION = "2026.11.23";

/** Screens, kiosks and pads: pairing, sessions, what they report. */
export const DEVICE_EXAMPLES = {
	startPairing: {
		body: {
			screen: {
				summary: "A lobby screen asks to be paired",
				value: { publicKey: KEY, wish: { purpose: "display" }, label: "Chromium 126 · Linux", version: VERSION },
			},
		},
	},
	pollPairing: {
		body: {
			screen: { summary: "The screen asks what became of it", value: { deviceCode: KEY.x } },
		},
	},
	inspectPairing: { body: { code: { summary: "As read from the screen", value: { userCode: "WDJB-MJHT" } } } },
	approvePairing: {
		body: {
			screen: {
				summary: "The branch takes the screen in",
				value: { userCode: "WDJBMJHT", name: "一楼主屏", purpose: "display" },
			},
			pad: {
				summary: "A pad belongs to one counter",
				value: { userCode: "WDJBMJHT", name: "2号窗口屏", purpose: "counter-pad", counterId: "2" },
			},
		},
	},
	denyPairing: { body: { code: { summary: "It is none of ours", value: { userCode: "WDJBMJHT" } } } },
	renameDevice: { body: { moved: { summary: "It hangs elsewhere now", value: { name: "二楼贵宾室屏" } } } },
	deviceSession: {
		body: {
			signed: {
				summary: "The challenge, signed with the device's key",
				value: { challenge: "q83vEjRWeJCrze8SNFZ4kA", signature: KEY.x + KEY.y },
			},
		},
	},
	reportDevice: {
		body: { running: { summary: "What it runs and shows", value: { version: VERSION, shows: "/display/" } } },
	},
} as const satisfies Readonly<Record<string, Examples>>;
