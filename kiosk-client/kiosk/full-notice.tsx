import type { ComponentChildren } from "preact";
import { say } from "./words.ts";

type Props = { title: string; text?: string | undefined; startPage?: boolean; children?: ComponentChildren };

/** One message that fills the screen: why there is no number now, and what to do instead. */
export function FullNotice({ title, text, startPage = false, children }: Props) {
	return (
		<main class="notice">
			<h1>{title}</h1>
			{text !== undefined && <p>{text}</p>}
			{startPage && <a href="/">{say("startPage")}</a>}
			{children}
		</main>
	);
}
