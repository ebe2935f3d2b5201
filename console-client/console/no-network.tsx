import { Alert, Button } from "antd";
import { useEffect, useRef } from "react";
import { whenPageWakes } from "../../client-kit/live/page-wakes.ts";
import { lastKnown } from "../../client-kit/page/last-known.ts";
import { lastKnownWords } from "../../client-kit/words/network-words.ts";
import { useWords } from "../words/words.ts";
import { LookButtons } from "./frame-head.tsx";

const TRY_EVERY_MS = 10_000;

/** The console opened without a network: nothing of anybody, for nobody can say who sits there; it goes on by itself. */
export function NoNetwork({ onWake }: { readonly onWake: () => void }) {
	const { t, locale } = useWords();
	const wake = useRef(onWake);
	wake.current = onWake;
	useEffect(() => {
		const over = new AbortController();
		whenPageWakes(() => wake.current(), over.signal);
		const timer = setInterval(() => wake.current(), TRY_EVERY_MS);
		return () => {
			over.abort();
			clearInterval(timer);
		};
	}, []);
	return (
		<>
			<div className="alone-looks">
				<LookButtons />
			</div>
			<h1>{t("product")}</h1>
			<Alert
				type="warning"
				showIcon={false}
				role="alert"
				title={t("noNetwork")}
				description={
					<>
						{lastKnownWords(lastKnown("console"), Date.now(), locale)}
						<br />
						{t("consoleGoesOn")}
					</>
				}
				action={<Button onClick={onWake}>{t("tryAgain")}</Button>}
			/>
		</>
	);
}
