import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { listenForComplaints } from "./complaints.ts";

const INSTALLED = [
	process.env.CHROME_PATH,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

/** Starts the machine's own Chromium when there is one, else the one that comes from npm (linux x64); it listens for what pages complain of. */
export async function launchChromium(): Promise<Browser> {
	const browser = await launch();
	listenForComplaints(browser);
	return browser;
}

async function launch(): Promise<Browser> {
	const installed = INSTALLED.find((path) => path && existsSync(path));
	if (installed) return chromium.launch({ executablePath: installed, args: FLAGS, env: inUtf8() });
	// Without this, read when it is imported, the package does not unpack the libraries that a bare machine lacks.
	process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
	const { default: packed } = await import("@sparticuz/chromium");
	// One process for everything dies with the first page that does.
	const args = packed.args.filter((flag) => flag !== "--single-process" && flag !== "--no-zygote");
	return chromium.launch({ executablePath: await packed.executablePath(), args: [...args, ...FLAGS], env: inUtf8() });
}

/** Where a machine names no language, Chromium can give no file a Chinese name and calls it `download`. */
function inUtf8(): NodeJS.ProcessEnv {
	return { ...process.env, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" };
}
