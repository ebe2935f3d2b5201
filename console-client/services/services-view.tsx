import { Button } from "antd";
import { useState } from "react";
import { SERVICE_ACCOUNTS } from "../../rules/routes/service-account.ts";
import type { GivenSecret, ServiceAccount } from "../../schema/people/service-account.ts";
import { useRows } from "../data/use-read.ts";
import { useMe } from "../frame/me.ts";
import { useNodeName } from "../institution/use-nodes.ts";
import { PagedList } from "../parts/paged-list.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useStaffNames } from "../people/use-staff-names.ts";
import { useWords } from "../words/words.ts";
import { AddService } from "./add-service.tsx";
import { RenewSecret } from "./renew-secret.tsx";
import { RevokeService } from "./revoke-service.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { serviceColumns } from "./service-columns.tsx";

type Doing = { readonly act: "renew" | "revoke"; readonly accountId: string };

/** Accounts of programs within one's place: making them, new secrets, revoking. */
export default function ServicesView() {
	const words = useWords();
	const { t } = words;
	const me = useMe();
	const nodeName = useNodeName();
	const list = useRows(SERVICE_ACCOUNTS, { query: {} });
	const [adding, setAdding] = useState(false);
	const [doing, setDoing] = useState<Doing | null>(null);
	const [given, setGiven] = useState<GivenSecret | null>(null);
	const account = list.rows.find(({ accountId }) => accountId === doing?.accountId);
	const onAct = (act: Doing["act"], { accountId }: ServiceAccount) => setDoing({ act, accountId });
	const close = () => setDoing(null);
	const staffName = useStaffNames(
		list.rows.flatMap(({ createdBy, rotatedBy, revokedBy }) => [createdBy, rotatedBy, revokedBy]),
	);
	return (
		<>
			<ViewHead title={t("services")} text={t("servicesText")}>
				{me.may("service-account.manage") && (
					<Button type="primary" onClick={() => setAdding(true)}>
						{t("serviceAdd")}
					</Button>
				)}
			</ViewHead>
			<PagedList
				label={t("services")}
				list={list}
				rowKey={(row) => row.accountId}
				columns={serviceColumns({ words, me, nodeName, staffName, onAct })}
				empty={t("servicesNone")}
			/>
			{adding && <AddService onClose={() => setAdding(false)} onGiven={setGiven} />}
			{doing?.act === "renew" && account && <RenewSecret account={account} onClose={close} onGiven={setGiven} />}
			{doing?.act === "revoke" && account && <RevokeService account={account} onClose={close} />}
			{given !== null && <SecretDialog given={given} onClose={() => setGiven(null)} />}
		</>
	);
}
