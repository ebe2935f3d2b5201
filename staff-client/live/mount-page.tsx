import { type ReactNode, StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { useWords } from "../words/words.ts";
import { keepPageHeight } from "./page-height.ts";

type PageTitle = "approveTitle" | "counterTitle" | "phoneTitle" | "signInTitle" | "product";

/** Puts a page on the document; its window title follows the language. */
export function mountPage(page: ReactNode, titleWord: PageTitle): void {
	const root = document.getElementById("root");
	if (root === null) throw new Error("the page has no element with id root");
	keepPageHeight();
	createRoot(root).render(
		<StrictMode>
			<Title word={titleWord} />
			{page}
		</StrictMode>,
	);
}

function Title({ word }: { readonly word: PageTitle }) {
	const { t } = useWords();
	const title = t(word);
	const product = t("product");
	useEffect(() => {
		document.title = title === product ? product : `${title} · ${product}`;
	}, [title, product]);
	return null;
}
