import { useState } from "react";
import { type PageAddress, readAddress, tokenWanted } from "../live/page-address.ts";
import { useDesk } from "../live/use-desk.ts";
import { useLiveHall } from "../live/use-live-hall.ts";
import { NoBranch } from "../parts/no-branch.tsx";
import { NotReady } from "../parts/not-ready.tsx";
import { PhoneHall } from "./phone-hall.tsx";

/** The lobby manager's phone: who looks, and at which branch. */
export function PhonePage() {
	const [address] = useState(() => readAddress(location.search, "lobby-manager"));
	const { branchId } = address;
	return branchId === null ? <NoBranch /> : <PhoneOfBranch address={{ ...address, branchId }} />;
}

function PhoneOfBranch({ address }: { readonly address: PageAddress & { readonly branchId: string } }) {
	const live = useLiveHall(address.branchId, tokenWanted(address));
	const desk = useDesk(live.live);
	const { hall, staffId } = live;
	if (hall === null || staffId === null) return <NotReady live={live} />;
	return <PhoneHall live={live} hall={hall} desk={desk} role={address.role} />;
}
