import { useEffect, useState } from "react";
import { useDesk } from "../live/use-desk.ts";
import { type AtBranch, OwnPage } from "../session/own-page.tsx";
import { ChooseCounter } from "./choose-counter.tsx";
import { counterToWork, rememberCounter, rememberedCounter } from "./counter-choice.ts";
import { CounterDesk } from "./counter-desk.tsx";
import { CounterOfPad, padCounter } from "./counter-of-pad.tsx";

/** The page at a counter. */
export function CounterPage() {
	return <OwnPage defaultRole="closed-teller" page={(at) => <CounterOfBranch {...at} />} />;
}

function CounterOfBranch(at: AtBranch) {
	const counterId = padCounter(at.live.session);
	return counterId === null ? <CounterOfPerson {...at} /> : <CounterOfPad {...at} counterId={counterId} />;
}

function CounterOfPerson({ live, hall, staffId }: AtBranch) {
	const { branchId } = hall.branch;
	const desk = useDesk(live.live);
	const [remembered, setRemembered] = useState(() => rememberedCounter(branchId));
	const counterId = counterToWork(hall, staffId, remembered);
	useEffect(() => {
		// Somebody signed on elsewhere works here from now on, also after signing off.
		if (counterId === null || counterId === remembered) return;
		rememberCounter(branchId, counterId);
		setRemembered(counterId);
	}, [branchId, counterId, remembered]);
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
