import type { StaffAlert } from "../../schema/hall/view.ts";
import type { Hall } from "../hall/hall.ts";
import { alertWord } from "./alert-labels.ts";
import type { Words } from "./words.ts";

type Named = Pick<StaffAlert, "kind" | "reason" | "service">;

/** What an alert is called in this hall: that of a line with the service people wait for, wherever it is told. */
export function alertName({ services }: Pick<Hall, "services">, alert: Named, { t, name }: Pick<Words, "t" | "name">) {
	const service = alert.service === undefined ? undefined : services.get(alert.service);
	const word = alertWord(alert);
	if (service === undefined || (word !== "alertLongWait" && word !== "alertLongWaitForeseen")) return t(word);
	return t(`${word}For`, { service: name(service.name) });
}
