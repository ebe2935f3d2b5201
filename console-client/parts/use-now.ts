import { useEffect, useState } from "react";

/** The wall clock, moved on every so often, for ages that go on while nothing is read. */
export function useNow(everyMs: number): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), everyMs);
		return () => clearInterval(timer);
	}, [everyMs]);
	return now;
}
