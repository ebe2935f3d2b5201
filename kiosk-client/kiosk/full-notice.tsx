import type { ComponentChildren } from "preact";

type Props = { title: string; text?: string | undefined; children?: ComponentChildren };

/** One message that fills the screen: why there is no number now, and what to do instead. */
export function FullNotice({ title, text, children }: Props) {
	return (
		<main class="notice">
			<h1>{title}</h1>
			{text !== undefined && <p>{text}</p>}
			{children}
		</main>
	);
}
