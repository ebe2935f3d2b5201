import { useEffect, useState } from "react";

/** The wall clock, read every `everyMs`, so that ages on the page grow while nothing is read from the server. */
export function useNow(everyMs: number): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
	return now;
}
