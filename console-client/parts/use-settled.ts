import { useEffect, useState } from "react";

const SETTLED_AFTER_MS = 300;

/** The typed text, once nothing more has been typed for a moment, so that the server is not asked at every letter. */
export function useSettled(text: string): string {
	const [settled, setSettled] = useState(text);
	useEffect(() => {
		const timer = setTimeout(() => setSettled(text), SETTLED_AFTER_MS);
		return () => clearTimeout(timer);
	}, [text]);
	return settled;
}
