import { Form, Input, Radio } from "antd";
import { newCommandId } from "../../client-kit/call/secure-id.ts";
import { CONFIGURATION, SEND_COMMAND } from "../../rules/routes/branch.ts";
import type { BranchConfiguration } from "../../schema/hall/configuration.ts";
import type { LaterTime } from "../../schema/hall/event.ts";
import { ask } from "../data/ask.ts";
import { useChange } from "../data/use-change.ts";
import { useRead } from "../data/use-read.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { hoursOfDay, type TypedHours, withHoursOn } from "./day-exception.ts";

const LOCAL_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

type Props = {
	readonly branchId: string;
	/** The branch's local day. */
	readonly today: string;
	/** What of it holds from the next day on only. */
	readonly onDone: (later: readonly LaterTime[]) => void;
	readonly onClose: () => void;
};

/** Other hours for today, or none: an exception in the branch's calendar. */
export function HoursDialog(props: Props) {
	const configuration = useRead(CONFIGURATION, { params: { branchId: props.branchId } });
	return configuration.data === undefined ? null : <HoursForm {...props} configuration={configuration.data} />;
}

function HoursForm({
	branchId,
	today,
	onDone,
	onClose,
	configuration,
}: Props & { readonly configuration: BranchConfiguration }) {
	const { t } = useWords();
	const change = useChange(SEND_COMMAND, ["configuration", "branchStatus", "branches"]);
	const params = { branchId };
	const submit = async (typed: TypedHours) => {
		// Read again: of what others changed meanwhile nothing is lost, only this day is set.
		const newest = withHoursOn(await ask(CONFIGURATION, { params }), today, typed);
		const body = { command: { type: "configure" as const, configuration: newest } };
		const { answer } = await change.mutateAsync({ input: { params, body }, options: { commandId: newCommandId() } });
		if (answer.status === "done") onDone(answer.fromNextDay ?? []);
	};
	const time = (name: "opensAt" | "closesAt" | "lastTicketAt", label: string) => (
		<Form.Item name={name} label={label} rules={[{ required: true, pattern: LOCAL_TIME, message: t("hoursFormat") }]}>
			<Input autoComplete="off" inputMode="numeric" placeholder="09:00" maxLength={5} />
		</Form.Item>
	);
	return (
		<FormDialog<TypedHours>
			title={t("hoursTitle", { day: today })}
			submitText={t("save")}
			initial={hoursOfDay(configuration, today)}
			onSubmit={submit}
			onClose={onClose}
		>
			<Form.Item name="isOpen" label={t("hoursState")}>
				<Radio.Group
					options={[
						{ value: true, label: t("hoursOpen") },
						{ value: false, label: t("hoursClosed") },
					]}
				/>
			</Form.Item>
			<Form.Item noStyle shouldUpdate={(before: TypedHours, after: TypedHours) => before.isOpen !== after.isOpen}>
				{({ getFieldValue }) =>
					getFieldValue("isOpen") === true ? (
						<>
							{time("opensAt", t("hoursOpens"))}
							{time("closesAt", t("hoursCloses"))}
							{time("lastTicketAt", t("hoursLast"))}
						</>
					) : (
						<p className="soft">{t("hoursClosedText")}</p>
					)
				}
			</Form.Item>
		</FormDialog>
	);
}
