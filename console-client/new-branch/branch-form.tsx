import { Button, Form } from "antd";
import { useState } from "react";
import { queries } from "../../react-kit/data/queries.ts";
import { Refusal } from "../../react-kit/data/refusal.ts";
import { regionOf } from "../../rules/institution.ts";
import { CONFIGURATION } from "../../rules/routes/branch.ts";
import { BranchConfiguration, type BranchKind } from "../../schema/hall/configuration.ts";
import type { Bilingual } from "../../schema/ids.ts";
import { useRead } from "../data/use-read.ts";
import { addressTo, goTo, NEW_BRANCH_PART } from "../frame/address.ts";
import { useNodes } from "../institution/use-nodes.ts";
import { ProblemNotice, RefusedText } from "../parts/problem-notice.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { BranchFields } from "./branch-fields.tsx";
import { type Origin, plannedBranch, SHIPPED_ORIGIN, usualCounters } from "./branch-plan.ts";
import { CounterChoice } from "./counter-choice.tsx";
import { foundBranch, isFounded } from "./found-branch.ts";
import { PublishedAbove } from "./published-above.tsx";

export type BranchValues = {
	readonly branchId: string;
	readonly name: Bilingual;
	readonly kind: BranchKind;
	/** Asked for while the region of the id is not there yet. */
	readonly region?: Bilingual;
	readonly parentId?: string;
	/** The sister it is made from; absent: what ships. */
	readonly sister?: string;
	readonly counterIds: readonly string[];
};

const KIND: BranchKind = "standard";

/** What a new branch is: kind, name, from what ships or a copy of a sister, and its counters. */
export function BranchForm() {
	const { t } = useWords();
	const [form] = Form.useForm<BranchValues>();
	const sister = Form.useWatch("sister", form);
	const origin = useOrigin(sister);
	const founding = useFounding(origin);
	return (
		<>
			<ViewHead
				title={t("newBranch")}
				text={t("newBranchText")}
				back={<a href={addressTo(["institution"])}>{t("back")}</a>}
			/>
			{founding.refusal !== null && <ProblemNotice refusal={founding.refusal} />}
			{founding.fault !== null && <RefusedText text={founding.fault} />}
			<section className="panel">
				<Form<BranchValues>
					form={form}
					layout="vertical"
					requiredMark={false}
					initialValues={{ kind: KIND, counterIds: usualCounters(SHIPPED_ORIGIN, KIND) }}
					onFinish={(values) => void founding.found(values)}
				>
					<BranchFields />
					{origin !== null && <CounterChoice origin={origin} />}
					<PublishedAbove />
					<Button type="primary" htmlType="submit" loading={founding.isBusy} disabled={origin === null}>
						{t("newBranchFound")}
					</Button>
				</Form>
			</section>
		</>
	);
}

/** What the branch is made from; null while the sister's configuration is not there. */
function useOrigin(sister: string | undefined): Origin | null {
	const { data } = useRead(CONFIGURATION, { params: { branchId: sister ?? "" } }, { enabled: sister !== undefined });
	return sister === undefined ? SHIPPED_ORIGIN : (data ?? null);
}

/** Founds the branch and goes on to its people; what went wrong is told, and nothing that was typed is lost. */
function useFounding(origin: Origin | null) {
	const { t } = useWords();
	const { data: nodes = [] } = useNodes();
	const [isBusy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [fault, setFault] = useState<string | null>(null);
	async function found({ branchId, name, kind, region, parentId, counterIds }: BranchValues): Promise<void> {
		if (origin === null) return;
		const regionId = regionOf(branchId);
		const regionName = region ?? nodes.find(({ nodeId }) => nodeId === regionId)?.name ?? name;
		const planned = plannedBranch(origin, { branchId, name, kind, region: regionName, counterIds });
		const checked = BranchConfiguration.safeParse(planned);
		if (!checked.success) {
			const [issue] = checked.error.issues;
			setFault(t("newBranchUnfit", { path: issue?.path.join(".") ?? "", why: issue?.message ?? "" }));
			return;
		}
		if (await isFounded(branchId)) {
			setFault(t("newBranchThere", { branchId }));
			return;
		}
		const known = new Set(nodes.map(({ nodeId }) => nodeId));
		await foundBranch(checked.data, { parentId: parentId ?? regionId, known });
		await queries.invalidateQueries();
		goTo(["institution", NEW_BRANCH_PART, branchId]);
	}
	const tryIt = async (values: BranchValues) => {
		setBusy(true);
		setFault(null);
		setRefusal(null);
		try {
			await found(values);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			setRefusal(error);
		} finally {
			setBusy(false);
		}
	};
	return { isBusy, refusal, fault, found: tryIt };
}
