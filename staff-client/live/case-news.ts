import { useEffect, useRef } from "react";
import type { CaseFrame } from "../../schema/hall/protocol.ts";

type Hear = (frame: CaseFrame) => void;

/** What the live connection brings of cases that concern this person. */
export type CaseNews = {
	/** Each piece of news from now on; returns how to hear no more. */
	listen(hear: Hear): () => void;
};

/** Each is handed on by itself: of two that come in one moment a page that kept the latest would miss one. */
export function createCaseNews(): CaseNews & { readonly tell: Hear } {
	const hearers = new Set<Hear>();
	return {
		listen: (hear) => {
			hearers.add(hear);
			return () => hearers.delete(hear);
		},
		tell: (frame) => {
			for (const hear of hearers) hear(frame);
		},
	};
}

/** Hears each piece of news while the part is on the page. */
export function useCaseNews(news: CaseNews, hear: Hear): void {
	const latest = useRef(hear);
	useEffect(() => {
		latest.current = hear;
	});
	useEffect(() => news.listen((frame) => latest.current(frame)), [news]);
}
