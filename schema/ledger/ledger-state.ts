import type { Bilingual } from "../ids.ts";
import type { LedgerResult } from "./ledger.ts";

/** What each outcome is called, on the page and in the file. */
export const LEDGER_STATES: Readonly<Record<LedgerResult["state"], Bilingual>> = {
	done: { zh: "已完成", en: "Done" },
	refused: { zh: "被拒绝", en: "Refused" },
	unknown: { zh: "已受理，结果不明", en: "Accepted, outcome not known" },
};
