import { basename, dirname, relative } from "node:path";
import type { Plugin } from "vite";
import { OLDEST_BROWSERS, type OldestBrowsers } from "./oldest-browsers.ts";

const PLACE = /<div id="(?:page|root)"><\/div>/;

/** Puts beside the place of every page the sentence that `client-kit/not-started.css` shows when the page does not start. */
export function browserSentence(client: string): Plugin {
	return {
		name: "browser-sentence",
		transformIndexHtml(html, { filename }) {
			const folder = basename(dirname(relative("..", filename)));
			const page = `${client}/${folder === client ? "start" : folder}`;
			const oldest = (OLDEST_BROWSERS as Readonly<Record<string, OldestBrowsers>>)[page];
			if (oldest === undefined) throw new Error(`oldest-browsers.ts says nothing of ${page}`);
			if (!PLACE.test(html)) throw new Error(`${filename} has no place for its page`);
			return html.replace(PLACE, (place) => place + sentence(oldest));
		},
	};
}

function sentence({ words }: OldestBrowsers): string {
	return (
		'<p class="not-started">' +
		`<span lang="zh-CN">页面没有打开。请使用 ${words.zh}；如果浏览器已经够新，请检查网络并刷新本页。</span>` +
		`<span lang="en">The page did not open. Please use ${words.en}; if your browser is that new, check the network and reload the page.</span>` +
		"</p>"
	);
}
