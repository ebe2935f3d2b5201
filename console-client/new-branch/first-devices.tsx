import { Button } from "antd";
import { useState } from "react";
import { PURPOSE_WORD, PURPOSES } from "../../client-kit/words/device-words.ts";
import { PairDialog } from "../devices/pair-dialog.tsx";
import { useDevices } from "../devices/use-devices.ts";
import { useMe } from "../frame/me.ts";
import { CopyText } from "../parts/copy-text.tsx";
import { Sign } from "../parts/sign.tsx";
import { useWords } from "../words/words.ts";

/** What stands in the hall: which page each device opens, the code that it shows, and those that are paired already. */
export function FirstDevices({ branchId }: { readonly branchId: string }) {
	const { t } = useWords();
	const me = useMe();
	const [pairing, setPairing] = useState(false);
	const { rows } = useDevices(new URLSearchParams({ branch: branchId, status: "active" }));
	return (
		<section className="panel" aria-label={t("navDevices")}>
			<h2>{t("navDevices")}</h2>
			<p className="soft">{t("newBranchDevicesText")}</p>
			<dl className="facts">
				{PURPOSES.map((purpose) => (
					<Purpose key={purpose} purpose={purpose} names={rows.filter((each) => each.purpose === purpose)} />
				))}
			</dl>
			{me.may("device.approve", branchId) && (
				<Button type="primary" onClick={() => setPairing(true)}>
					{t("devicePair")}
				</Button>
			)}
			{pairing && <PairDialog branchId={branchId} onClose={() => setPairing(false)} />}
		</section>
	);
}

function Purpose(props: {
	readonly purpose: (typeof PURPOSES)[number];
	readonly names: readonly { readonly deviceId: string; readonly name: string }[];
}) {
	const { t } = useWords();
	const { purpose, names } = props;
	return (
		<>
			<dt>{t(PURPOSE_WORD[purpose])}</dt>
			<dd>
				<CopyText text={`${location.origin}/pair/?for=${purpose}`} label={t(PURPOSE_WORD[purpose])} />
				{names.length === 0 ? (
					<span className="soft">{t("newBranchNoDevice")}</span>
				) : (
					names.map(({ deviceId, name }) => (
						<Sign key={deviceId} tone="good">
							{name}
						</Sign>
					))
				)}
			</dd>
		</>
	);
}
