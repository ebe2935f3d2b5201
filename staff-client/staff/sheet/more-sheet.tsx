import { wordsOfKind } from "../../../client-kit/words/case/kind-words.ts";
import { CASE_KIND_NAMES, definitionOf } from "../../../rules/case/kinds.ts";
import { mayReopen } from "../../hall/day-closing.ts";
import { ActionButton } from "../../parts/action-button.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { useMine } from "../../session/own-session.ts";
import { usePhone } from "../../sheet/phone-context.ts";
import { useWords } from "../../words/words.ts";

const LISTED_KINDS = CASE_KIND_NAMES.filter((kind) => definitionOf(kind).lists !== undefined);

/** The buttons for what is done rarely. */
export function MoreSheet() {
	const { hall, live, staffId, may, onOpen, onClose } = usePhone();
	const { t, name } = useWords();
	const own = useMine();
	return (
		<Sheet title={t("moreTitle")} onClose={onClose}>
			<div className="stack tall">
				{LISTED_KINDS.filter((kind) => may(definitionOf(kind).rights.open)).map((kind) => (
					<ActionButton
						key={kind}
						label={name(wordsOfKind(kind).plural)}
						onPress={() => onOpen({ kind: "case-list", of: kind })}
					/>
				))}
				<ActionButton label={t("myDay")} onPress={() => onOpen({ kind: "own-day" })} />
				{own !== null && <ActionButton label={t("account")} onPress={() => onOpen({ kind: "account" })} />}
				{may("ticket.cancel-many") && (
					<ActionButton label={t("cancelMany")} onPress={() => onOpen({ kind: "cancel-many" })} />
				)}
				{may("day.close") && (
					<ActionButton
						tone="danger"
						label={t("closeDay")}
						disabled={hall.branch.dayStatus !== "open"}
						onPress={() => onOpen({ kind: "close-day" })}
					/>
				)}
				{may("day.close") && mayReopen(hall, staffId, may("day.oversee"), live.now) && (
					<ActionButton label={t("reopenDay")} onPress={() => onOpen({ kind: "reopen-day" })} />
				)}
				{may("day.sign") && hall.branch.dayStatus === "closed" && (
					<ActionButton label={t("signDay")} onPress={() => onOpen({ kind: "sign-day" })} />
				)}
				{may("reports.read") && (
					<a
						className="action"
						href={`/console/${location.search}#/branches/${encodeURIComponent(hall.branch.branchId)}`}
					>
						{t("toReports")}
					</a>
				)}
				{may("device.approve") && (
					<a className="action" href={`/approve/${location.search}`}>
						{t("approveTitle")}
					</a>
				)}
				<a className="action" href="/">
					{t("toStart")}
				</a>
			</div>
		</Sheet>
	);
}
