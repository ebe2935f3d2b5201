import { DatePicker, Form, InputNumber, Radio, Select } from "antd";
import type { Dayjs } from "dayjs";
import { kindOfNode } from "../../rules/institution.ts";
import { covers, placeAt } from "../../rules/place.ts";
import { PUBLISH_VERSION } from "../../rules/routes/configuration.ts";
import type { Reach, SectionVersion } from "../../schema/configuration/version.ts";
import { useChange } from "../data/use-change.ts";
import { NodesSelect } from "../institution/node-select.tsx";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { TOUCHED } from "./touched.ts";

type Values = {
	readonly kind: Reach["kind"];
	readonly percent?: number;
	readonly branches?: readonly string[];
	readonly regions?: readonly string[];
	readonly when: "now" | "later";
	readonly at?: Dayjs;
};

const KIND_WORD = {
	all: "configReachAll",
	share: "configReachShare",
	branches: "configReachBranches",
	regions: "configReachRegions",
} as const satisfies Record<Reach["kind"], string>;
const KINDS = Object.keys(KIND_WORD) as Reach["kind"][];
const PILOT_PERCENT = 10;

/** To whom and when an approved version is published; one that is out, to more. */
export function PublishDialog({
	version,
	onClose,
}: {
	readonly version: SectionVersion;
	readonly onClose: () => void;
}) {
	const { t } = useWords();
	const publish = useChange(PUBLISH_VERSION, TOUCHED);
	const { nodeId, versionId } = version;
	const isFirst = version.status === "approved";
	const send = ({ when, at, ...values }: Values) => {
		const later = when === "later" && at !== undefined ? { at: at.valueOf() } : {};
		const change = { params: { nodeId, versionId }, body: { reach: reachOf(values), ...later } };
		return publish.mutateAsync({ input: change, options: { version: version.version } });
	};
	return (
		<FormDialog<Values>
			title={t(isFirst ? "configPublish" : "configWiden")}
			submitText={t(isFirst ? "configPublish" : "configWiden")}
			initial={{ kind: "all", percent: PILOT_PERCENT, when: "now" }}
			onSubmit={send}
			onClose={onClose}
		>
			{(form) => (
				<>
					<Form.Item name="kind" label={t("configPublishTo")}>
						<Select options={KINDS.map((kind) => ({ value: kind, label: t(KIND_WORD[kind]) }))} />
					</Form.Item>
					<Form.Item noStyle dependencies={["kind"]}>
						{() => <ReachFields kind={form.getFieldValue("kind")} within={nodeId} />}
					</Form.Item>
					{isFirst && (
						<Form.Item name="when" label={t("configPublishAt")}>
							<Radio.Group
								options={[
									{ value: "now", label: t("configNow") },
									{ value: "later", label: t("configLater") },
								]}
							/>
						</Form.Item>
					)}
					<Form.Item noStyle dependencies={["when"]}>
						{() =>
							form.getFieldValue("when") === "later" && (
								<Form.Item name="at" rules={[{ required: true, message: t("requiredField") }]}>
									<DatePicker showTime aria-label={t("configPublishAt")} />
								</Form.Item>
							)
						}
					</Form.Item>
				</>
			)}
		</FormDialog>
	);
}

function ReachFields({ kind, within }: { readonly kind: Reach["kind"]; readonly within: string }) {
	const { t } = useWords();
	const rules = [{ required: true, message: t("requiredField") }];
	if (kind === "all") return null;
	if (kind === "share") {
		return (
			<Form.Item name="percent" label={t("configReachPercent")} rules={rules}>
				<InputNumber min={1} max={99} precision={0} />
			</Form.Item>
		);
	}
	const label = t(KIND_WORD[kind]);
	const level = kind === "branches" ? "branch" : "region";
	return (
		<Form.Item name={kind} label={label} rules={rules}>
			<NodesSelect label={label} selectable={(id) => kindOfNode(id) === level && covers(placeAt(within, []), id)} />
		</Form.Item>
	);
}

function reachOf({ kind, percent = PILOT_PERCENT, branches = [], regions = [] }: Omit<Values, "when" | "at">): Reach {
	switch (kind) {
		case "all":
			return { kind };
		case "share":
			return { kind, percent };
		case "branches":
			return { kind, branchIds: [...branches] };
		case "regions":
			return { kind, regions: [...regions] };
		default:
			return kind satisfies never;
	}
}
