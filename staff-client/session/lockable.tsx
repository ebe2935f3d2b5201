import { type ReactNode, useEffect } from "react";
import { setPageLock } from "../../client-kit/session/page-lock.ts";
import { LockScreen } from "./lock-screen.tsx";
import { OwnSessionContext, useOwnSession } from "./own-session.ts";

/** A page that may be used by somebody signed in: it stays as it is under the lock, and goes on from there. */
export function Lockable(props: {
	readonly hasSession: boolean;
	/** The branch has refused a locked session: it was locked on another page of this browser. */
	readonly isLockedOut?: boolean;
	readonly children: ReactNode;
}) {
	const { hasSession, isLockedOut = false, children } = props;
	const { own, lock, refresh } = useOwnSession(hasSession);
	useEffect(() => {
		if (!hasSession || !isLockedOut) return;
		setPageLock("locked");
		void refresh();
	}, [hasSession, isLockedOut, refresh]);
	return (
		<>
			<OwnSessionContext value={own}>{children}</OwnSessionContext>
			{lock !== "open" && <LockScreen own={own} lock={lock} />}
		</>
	);
}
