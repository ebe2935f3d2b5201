import { useDesk } from "../live/use-desk.ts";
import { type AtBranch, OwnPage } from "../session/own-page.tsx";
import { PhoneHall } from "./phone-hall.tsx";

/** The lobby manager's phone. */
export function PhonePage() {
	return <OwnPage defaultRole="lobby-manager" page={(at) => <PhoneOfBranch {...at} />} />;
}

function PhoneOfBranch({ live, hall, staffId }: AtBranch) {
	const desk = useDesk(live.live);
	return <PhoneHall live={live} hall={hall} staffId={staffId} desk={desk} />;
}
