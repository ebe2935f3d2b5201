import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { call } from "../../client-kit/call/call.ts";
import { clockTime, localDay } from "../../client-kit/language/format.ts";
import { store, stored } from "../../client-kit/page/web-storage.ts";
import { deviceCredential } from "../../client-kit/session/device-session.ts";
import { NOTICES } from "../../rules/routes/branch.ts";
import type { Notice } from "../../schema/hall/notice.ts";
import type { BranchRecord, StaffSection } from "../../schema/hall/view.ts";

const KEPT_AS = "tingtang.notices.";

type Seen = {
	readonly now: ReadonlySignal<number | null>;
	readonly branch: ReadonlySignal<BranchRecord | undefined>;
	readonly sections: ReadonlySignal<readonly StaffSection[] | undefined>;
	readonly turn: ReadonlySignal<number>;
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

/** Asked for when the live view names another version, and at every turn until they came; kept for days without a network. */
function publishedNotices(branchId: string, { branch, sections, turn }: Seen): ReadonlySignal<readonly Notice[]> {
	const name = KEPT_AS + branchId;
	const notices = signal<readonly Notice[]>(JSON.parse(stored("localStorage", name) ?? "[]"));
	const key = computed(() => branch.value && (sections.value?.find(({ id }) => id === "notices")?.key ?? ""));
	let held: string | undefined;
	const ask = async (wanted: string) => {
		const credential = await deviceCredential({ kind: "device", purpose: "display", branchId });
		if (!credential.ok) return;
		const answer = await call(NOTICES, { params: { branchId } }, credential.value);
		if (!answer.ok || wanted !== key.peek()) return;
		held = wanted;
		notices.value = answer.value.notices;
		store("localStorage", name, JSON.stringify(notices.value));
	};
	effect(() => {
		if (turn.value >= 0 && key.value !== undefined && key.value !== held) void ask(key.value);
	});
	return notices;
}
