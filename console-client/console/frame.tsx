import { Button } from "antd";
import { Suspense, useEffect, useRef } from "react";
import { addressTo, rememberList, useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { Waiting } from "../parts/reading.tsx";
import { useWords } from "../words/words.ts";
import { FrameHead } from "./frame-head.tsx";
import { Navigation } from "./navigation.tsx";
import { RefusalBoundary } from "./refusal-boundary.tsx";
import { SECTIONS } from "./sections.ts";

/** Head, navigation and the view that the address names. */
export function Frame() {
	const { t } = useWords();
	const address = useAddress();
	const { section, rest } = address;
	useEffect(() => rememberList(address), [address]);
	const me = useMe();
	const first = SECTIONS.find(({ needs }) => needs.some((right) => me.may(right)));
	const current = section === "" ? first : SECTIONS.find(({ id }) => id === section);
	const main = useRef<HTMLElement>(null);
	const shown = useRef(section);
	useEffect(() => {
		// Whoever hears the page is told of a new view by the focus; the first one keeps the browser's own.
		if (shown.current !== section) main.current?.focus();
		shown.current = section;
	}, [section]);
	return (
		<div className="frame">
			<button type="button" className="skip" onClick={() => main.current?.focus()}>
				{t("skipToContent")}
			</button>
			<FrameHead />
			<Navigation current={current?.id ?? ""} />
			<main ref={main} tabIndex={-1}>
				{current === undefined ? (
					<UnknownView />
				) : (
					<RefusalBoundary key={`${current.id} ${rest.join("/")}`}>
						<Suspense fallback={<Waiting text={t("reading")} />}>
							<current.View />
						</Suspense>
					</RefusalBoundary>
				)}
			</main>
		</div>
	);
}

function UnknownView() {
	const { t } = useWords();
	return (
		<section className="denied">
			<h1>{t("unknownViewTitle")}</h1>
			<p>{t("unknownViewText")}</p>
			<Button href={addressTo([])}>{t("toStart")}</Button>
		</section>
	);
}
