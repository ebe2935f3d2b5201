/**
 * `npm run screens [-- NAME…]`: photographs every screen in its states into docs/screens/, from a server of its own with
 * halls of synthetic customers; a name stands for all that begin with it. Look at what changed before committing it.
 */
import { readdir, readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { launchChromium } from "../../tests/browser/chromium.ts";
import { startLocalServer } from "../serve/local-server.ts";
import { worldFor } from "./screens-world.ts";
import type { Shot } from "./shot.ts";
import { shotsOfConfiguration } from "./shots-of-configuration.ts";
import { shotsOfConsole } from "./shots-of-console.ts";
import { shotsOfEntry } from "./shots-of-entry.ts";
import { shotsOfHall } from "./shots-of-hall.ts";
import { shotsOfRecords } from "./shots-of-records.ts";
import { shotsOfWork } from "./shots-of-work.ts";

const FOLDER = "docs/screens";
const SETTLE_MS = 1_800;
/** In the page: it has begun, and nothing on it is still being read; what is behind a lock cannot be. */
const NOTHING_IS_READ = `document.querySelector("dialog.cover[open]") !== null ||
	document.querySelector("#root:empty, .ant-spin-spinning, .ant-skeleton, .waiting") === null`;
/** In the page: a chart is fetched and painted after what stands around it, on a busy machine long after. */
const CHARTS_DRAWN = `[...document.querySelectorAll(".chart")].every((chart) => {
	const canvas = chart.querySelector("canvas");
	return canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data.some((part) => part > 0);
})`;

const wanted = process.argv.slice(2);
const server = await startLocalServer();
const browser = await launchChromium();
const failed: string[] = [];
try {
	const world = await worldFor(browser, server.url);
	const shots = [shotsOfHall, shotsOfRecords, shotsOfEntry, shotsOfConsole, shotsOfConfiguration, shotsOfWork].flatMap(
		(of) => of(world),
	);
	if (wanted.length === 0) await compareWithIndex(shots.map(({ name }) => `${name}.png`));
	for (const shot of shots) {
		if (wanted.length > 0 && !wanted.some((start) => shot.name.startsWith(start))) continue;
		await take(browser, shot).then(
			() => console.log(shot.name),
			(error: unknown) => {
				failed.push(shot.name);
				console.error(shot.name, error);
			},
		);
	}
} finally {
	await browser.close();
	await server.stop();
}
if (failed.length > 0) throw new Error(`not taken: ${failed.join(", ")}`);

/** The page that lists the pictures names each of them, and there is no picture that nobody takes any more. */
async function compareWithIndex(pictures: readonly string[]): Promise<void> {
	const index = await readFile(`${FOLDER}/README.md`, "utf8");
	const unnamed = pictures.filter((picture) => !index.includes(`(${picture})`));
	const left = (await readdir(FOLDER)).filter((file) => file.endsWith(".png") && !pictures.includes(file));
	if (unnamed.length + left.length > 0) {
		throw new Error(`not in ${FOLDER}/README.md: ${unnamed.join(", ")}; taken no more: ${left.join(", ")}`);
	}
}

async function take(browser: Browser, { name, path, size, dark, act }: Shot): Promise<void> {
	const locale = /-en\b/.test(name) ? "en-GB" : "zh-CN";
	// To wait in a page is to evaluate in it, which the pages themselves forbid.
	const context = await browser.newContext({
		viewport: size,
		colorScheme: dark ? "dark" : "light",
		locale,
		bypassCSP: true,
	});
	try {
		const page = await context.newPage();
		await page.goto(server.url + path);
		await page.waitForTimeout(SETTLE_MS);
		await page.waitForFunction(NOTHING_IS_READ);
		await act?.(page);
		await page.waitForTimeout(SETTLE_MS / 2);
		await page.waitForFunction(NOTHING_IS_READ);
		await page.waitForFunction(CHARTS_DRAWN);
		await page.screenshot({ path: `${FOLDER}/${name}.png` });
	} finally {
		await context.close();
	}
}
