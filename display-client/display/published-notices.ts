import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { call } from "../../client-kit/call/call.ts";
import { clockTime, localDay } from "../../client-kit/language/format.ts";
import { publishedContent } from "../../client-kit/live/published-content.ts";
import { deviceCredential } from "../../client-kit/session/device-session.ts";
import { NOTICES } from "../../rules/routes/branch.ts";
import type { Notice } from "../../schema/hall/notice.ts";
import type { BranchRecord, StaffSection } from "../../schema/hall/view.ts";

type Seen = {
	readonly now: ReadonlySignal<number | null>;
	readonly branch: ReadonlySignal<BranchRecord | undefined>;
	readonly sections: ReadonlySignal<readonly StaffSection[] | undefined>;
};

/** What of the notices published for a branch stands on this screen now: within its days and hours, and for no other zone. */
export function standingNotices(
	{ branchId, zoneId }: { readonly branchId: string; readonly zoneId: string | null },
	seen: Seen,
): ReadonlySignal<readonly Notice[]> {
	const published = publishedNotices(branchId, seen);
	return computed(() => {
		const at = seen.now.value ?? 0;
		const timeZone = seen.branch.value?.timeZone;
		if (timeZone === undefined) return [];
		const day = localDay(at, timeZone);
		const time = clockTime(at, timeZone);
		return published.value.filter(
			({ from = day, until = day, fromTime = time, untilTime = "99", zone = zoneId }) =>
				from <= day && day <= until && fromTime <= time && time < untilTime && zone === zoneId,
		);
	});
}

function publishedNotices(branchId: string, { branch, sections }: Seen): ReadonlySignal<readonly Notice[]> {
	const content = publishedContent<readonly Notice[]>({
		keptAs: `tingtang.notices.${branchId}`,
		shipped: [],
		ask: async () => {
			const credential = await deviceCredential({ kind: "device", purpose: "display", branchId });
			if (!credential.ok) return null;
			const answer = await call(NOTICES, { params: { branchId } }, credential.value);
			return answer.ok ? answer.value.notices : null;
		},
		onChange: (value) => {
			notices.value = value;
		},
	});
	const notices = signal(content.kept);
	effect(() => {
		if (branch.value === undefined) return;
		content.hear(sections.value?.find(({ id }) => id === "notices")?.key ?? "");
	});
	return notices;
}
