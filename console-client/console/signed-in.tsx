import { useEffect, useLayoutEffect, useState } from "react";
import { setPageLock } from "../../client-kit/session/page-lock.ts";
import { queries } from "../../react-kit/data/queries.ts";
import type { SessionInfo } from "../../schema/people/session.ts";
import { MeContext } from "../frame/me.ts";
import { Frame } from "./frame.tsx";
import { LockedPage } from "./locked-page.tsx";

/** The console of whoever is signed in. Locked, it stays as it is under the lock, with all that is typed in it. */
export function SignedIn({ session }: { readonly session: SessionInfo }) {
	const { locked } = session;
	const open = useLastOpen(session);
	useSamePerson(session);
	useLayoutEffect(() => {
		setPageLock(locked ? "locked" : "open");
		return () => setPageLock("open");
	}, [locked]);
	useEffect(() => {
		// What was refused meanwhile, or is old, is read again.
		if (!locked) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
	}, [locked]);
	return (
		<>
			{open !== null && (
				<MeContext value={open}>
					<Frame />
				</MeContext>
			)}
			{locked && <LockedPage session={session} />}
		</>
	);
}

/** The session as it was when it was last not locked; null: never on this page. */
function useLastOpen(session: SessionInfo): SessionInfo | null {
	const [open, setOpen] = useState(session.locked ? null : session);
	if (!session.locked && open !== session) setOpen(session);
	return session.locked ? open : session;
}

/** Somebody else has signed in in this browser meanwhile: what is on this page is not theirs. */
function useSamePerson({ holder }: SessionInfo): void {
	const who = holder.kind === "staff" ? holder.staffId : holder.actor.deviceId;
	const [first] = useState(who);
	useEffect(() => {
		if (who !== first) location.reload();
	}, [who, first]);
}
