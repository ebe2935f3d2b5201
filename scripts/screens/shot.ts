import type { Page } from "playwright-core";

export const SCREEN = { width: 1920, height: 1080 };
export const PORTRAIT = { width: 1080, height: 1920 };
export const DESK = { width: 1366, height: 768 };
export const CONSOLE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** One picture: where to go, how large and how light, and what to do there before it is taken. */
export type Shot = {
	/** Also the file's name; `-en` in it: the browser is an English one. */
	readonly name: string;
	readonly path: string;
	readonly size: { readonly width: number; readonly height: number };
	readonly dark?: true;
	readonly act?: (page: Page) => Promise<void>;
};

/** Presses the first thing that says this. */
export const click = (text: string) => (page: Page) => page.getByText(text).first().click();

/** Presses the first button of exactly this name. */
export const press = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true }).first().click();

/** One after the other. */
export function inTurn(...acts: readonly ((page: Page) => Promise<void>)[]): (page: Page) => Promise<void> {
	return async (page) => {
		for (const act of acts) await act(page);
	};
}
