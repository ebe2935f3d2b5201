/**
 * Keeps the keyboard inside an open dialog: on what says `data-first`, else on the dialog itself, also when what had the
 * focus goes away. What lies behind is out of reach. Answers with how to let go, which takes the focus back to where it was.
 */
export function holdFocus(dialog: HTMLElement, opener: Element | null): () => void {
	const giveBack = focusKeeper(opener);
	const behind = dialog.localName === "dialog" ? [] : elementsBehind(dialog);
	const release = putOutOfReach(behind, dialog);
	const hold = () => {
		// The lock's cover has the focus, and gives it back.
		if ("covered" in document.documentElement.dataset || !isLost(document.activeElement)) return;
		(dialog.querySelector<HTMLElement>("[data-first]") ?? dialog).focus();
	};
	(dialog.querySelector<HTMLElement>("[data-first]") ?? dialog).focus();
	const observer = new MutationObserver(hold);
	observer.observe(dialog, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled"] });
	observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-covered"] });
	return () => {
		observer.disconnect();
		release();
		giveBack();
	};
}

/** Remembers where the focus is now, and answers with how to bring it back there. */
export function focusKeeper(opener: Element | null): () => void {
	const way = pathOf(opener);
	return () => nearest(way)?.focus();
}

/** A removed element leaves the focus on the page; a disabled one keeps it until the next frame. */
function isLost(element: Element | null): boolean {
	return element === null || element === document.body || element.matches(":disabled");
}

function elementsBehind(dialog: HTMLElement): HTMLElement[] {
	return [...document.body.children].filter(
		(each): each is HTMLElement =>
			each instanceof HTMLElement &&
			!each.contains(dialog) &&
			!each.inert &&
			each.getAttribute("aria-hidden") !== "true",
	);
}

/** Inert; in browsers that do not know it hidden from readers, and the focus comes back from there. */
function putOutOfReach(behind: readonly HTMLElement[], dialog: HTMLElement): () => void {
	if ("inert" in HTMLElement.prototype) {
		for (const element of behind) element.inert = true;
		return () => {
			for (const element of behind) element.inert = false;
		};
	}
	const over = new AbortController();
	const comeBack = ({ target }: FocusEvent) => {
		if (target instanceof Node && behind.some((element) => element.contains(target))) dialog.focus();
	};
	addEventListener("focusin", comeBack, { signal: over.signal });
	for (const element of behind) element.setAttribute("aria-hidden", "true");
	return () => {
		over.abort();
		for (const element of behind) element.removeAttribute("aria-hidden");
	};
}

function pathOf(element: Element | null): Element[] {
	const path: Element[] = [];
	for (let at = element; at !== null && at !== document.body; at = at.parentElement) path.push(at);
	return path;
}

/** Where the focus was; when that has gone, the first button that is left of the list it stood in. */
function nearest(way: readonly Element[]): HTMLElement | null {
	const [was] = way;
	if (was instanceof HTMLElement && was.isConnected && !was.matches(":disabled")) return was;
	for (const element of way.slice(1)) {
		if (!element.isConnected) continue;
		if (element.matches("main, #root, dialog")) return null;
		const left = element.querySelector<HTMLElement>("button:not(:disabled), a[href], input:not(:disabled)");
		if (left !== null) return left;
	}
	return null;
}
