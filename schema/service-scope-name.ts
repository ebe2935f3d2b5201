import type { ServiceScope } from "./actor.ts";
import type { Bilingual } from "./ids.ts";

/** What each scope of a service account lets it do. */
export const SERVICE_SCOPE_NAMES: Readonly<Record<ServiceScope, Bilingual>> = {
	"status.read": { zh: "查看网点状况", en: "Read how branches stand" },
	"tickets.read": { zh: "查看当日号码", en: "Read today's tickets" },
	"reports.read": { zh: "查看日报", en: "Read day reports" },
	"configuration.read": { zh: "查看网点设置", en: "Read configurations" },
	"tickets.issue": { zh: "取号", en: "Issue tickets" },
};
