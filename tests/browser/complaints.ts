import type { Browser, BrowserContext, ConsoleMessage } from "playwright-core";

const said: string[] = [];
const TRACE_LINES = 12;

/** From now on whatever the pages of this browser log as an error or a warning, or throw uncaught, is kept for `takeComplaints`. */
export function listenForComplaints(browser: Browser): void {
	const newContext = browser.newContext.bind(browser);
	browser.newContext = async (options) => listenIn(await newContext(options));
	const newPage = browser.newPage.bind(browser);
	browser.newPage = async (options) => {
		const page = await newPage(options);
		listenIn(page.context());
		return page;
	};
}

function listenIn(context: BrowserContext): BrowserContext {
	context.on("console", (message) => {
		if ((message.type() === "error" || message.type() === "warning") && !isProvoked(message))
			said.push(textOf(message));
	});
	// What a script throws and nobody catches stands in the browser's log too, but is told apart from what was logged.
	context.on("weberror", (fault) => said.push(`uncaught at ${fault.page()?.url() ?? ""}: ${traceOf(fault.error())}`));
	return context;
}

/** What was logged since this was last asked, each once. */
export function takeComplaints(): string[] {
	return [...new Set(said.splice(0))];
}

/**
 * What a test brings about and no script can keep out of the log: the browser's own line about a refusal that the test asks
 * for, or about a network that it has taken away; and what the test's own means (blocked service workers) make a page say.
 */
function isProvoked(message: ConsoleMessage): boolean {
	return PROVOKED.some((line) => line.test(message.text()));
}

const PROVOKED = [
	/^Failed to load resource: the server responded with a status of (?:400|401|403|404|409|410|412|422|429|503)/,
	/^Failed to load resource: net::ERR_(?:INTERNET_DISCONNECTED|CONNECTION_\w+|EMPTY_RESPONSE|FAILED|TIMED_OUT)/,
	/^WebSocket connection to .* failed/,
	/Service Worker registration blocked by Playwright/,
];

/** The message alone leads to no line of a page. */
function traceOf({ message, stack }: Error): string {
	return stack === undefined || stack === "" ? message : stack.split("\n").slice(0, TRACE_LINES).join("\n");
}

function textOf(message: ConsoleMessage): string {
	return `${message.type()} at ${message.location().url}: ${message.text()}`;
}
