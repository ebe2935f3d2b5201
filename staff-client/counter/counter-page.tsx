import { useEffect, useState } from "react";
import { type PageAddress, readAddress, tokenWanted } from "../live/page-address.ts";
import { useDesk } from "../live/use-desk.ts";
import { useLiveHall } from "../live/use-live-hall.ts";
import { NoBranch } from "../parts/no-branch.tsx";
import { NotReady } from "../parts/not-ready.tsx";
import { ChooseCounter } from "./choose-counter.tsx";
import { counterToWork, rememberCounter, rememberedCounter } from "./counter-choice.ts";
import { CounterDesk } from "./counter-desk.tsx";

/** The page at a counter: who looks, at which branch, and at which counter. */
export function CounterPage() {
	const [address] = useState(() => readAddress(location.search, "closed-teller"));
	const { branchId } = address;
	return branchId === null ? <NoBranch /> : <CounterOfBranch address={{ ...address, branchId }} />;
}

function CounterOfBranch({ address }: { readonly address: PageAddress & { readonly branchId: string } }) {
	const { branchId } = address;
	const live = useLiveHall(branchId, tokenWanted(address));
	const desk = useDesk(live.live);
	const [remembered, setRemembered] = useState(() => rememberedCounter(branchId));
	const { hall, staffId } = live;
	const counterId = hall === null || staffId === null ? null : counterToWork(hall, staffId, remembered);
	useEffect(() => {
		// Somebody signed on elsewhere works here from now on, also after signing off.
		if (counterId === null || counterId === remembered) return;
		rememberCounter(branchId, counterId);
		setRemembered(counterId);
	}, [branchId, counterId, remembered]);
	if (hall === null || staffId === null) return <NotReady live={live} />;
	const choose = (counterId: string | null) => {
		rememberCounter(branchId, counterId);
		setRemembered(counterId);
	};
	if (counterId === null) return <ChooseCounter live={live} hall={hall} staffId={staffId} onChoose={choose} />;
	return (
		<CounterDesk
			key={counterId}
			live={live}
			hall={hall}
			staffId={staffId}
			counterId={counterId}
			desk={desk}
			onChooseOther={() => choose(null)}
		/>
	);
}
