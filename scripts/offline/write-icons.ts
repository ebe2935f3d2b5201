/** `node scripts/offline/write-icons.ts`: the pictures that an installed page has on a home screen, drawn from the one icon. They are kept in the repository. */
import { mkdirSync, readFileSync } from "node:fs";
import { launchChromium } from "../../tests/browser/chromium.ts";

const OUTPUT = "scripts/site/icons";
const ICON = readFileSync("client-kit/icon.svg", "utf8");
/** A system that cuts icons into its own shape leaves the middle four fifths. */
const MASKABLE = ICON.replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"').replace(
	/<rect[^>]*\/>/,
	'<rect x="-8" y="-8" width="80" height="80" fill="#0a5551"/>',
);

mkdirSync(OUTPUT, { recursive: true });
const browser = await launchChromium();
for (const [name, size, svg] of [
	["icon-180", 180, MASKABLE],
	["icon-192", 192, ICON],
	["icon-512", 512, ICON],
	["maskable-512", 512, MASKABLE],
] as const) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	await page.setContent(`<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`);
	await page.screenshot({ path: `${OUTPUT}/${name}.png`, omitBackground: true });
	await page.close();
}
await browser.close();
