/**
 * antd and its parts write rules into style elements of the head at run time, which a policy without inline styles
 * refuses. From now on such elements are kept off the document, and their rules are handed to it as constructed sheets,
 * which such a policy allows. antd's own style writer expects that a host page redirects it like this.
 */
export function adoptStyles(): void {
	const { head } = document;
	const store = document.createElement("div");
	const append = head.appendChild.bind(head);
	const insert = head.insertBefore.bind(head);
	const remove = head.removeChild.bind(head);
	head.appendChild = (node) => (isStyle(node) ? store.appendChild(node) : append(node));
	head.insertBefore = (node, before) => {
		if (!isStyle(node)) return insert(node, before);
		return store.insertBefore(node, before?.parentNode === store ? before : store.firstChild);
	};
	head.removeChild = (node) => (node.parentNode === store ? store.removeChild(node) : remove(node));
	// Before the next paint, once for all elements that one rendering makes.
	new MutationObserver(sheetsOf(store)).observe(store, { childList: true, characterData: true, subtree: true });
}

function isStyle(node: Node): boolean {
	return node instanceof HTMLStyleElement;
}

/** Makes the document's adopted sheets those of the elements in the store, each parsed again only when it changed. */
function sheetsOf(store: Element): () => void {
	const sheets = new WeakMap<Element, { readonly text: string; readonly sheet: CSSStyleSheet }>();
	return () => {
		document.adoptedStyleSheets = [...store.children].map((element) => {
			const text = element.textContent;
			const known = sheets.get(element);
			const sheet = known?.sheet ?? new CSSStyleSheet();
			if (known?.text !== text) sheet.replaceSync(text);
			sheets.set(element, { text, sheet });
			return sheet;
		});
	};
}
