import { Form, Input } from "antd";
import { PAUSE_VERSION, TAKE_BACK_VERSION } from "../../rules/routes/configuration.ts";
import type { SectionVersion } from "../../schema/configuration/version.ts";
import { useChange } from "../data/use-change.ts";
import { FormDialog } from "../parts/form/form-dialog.tsx";
import { useWords } from "../words/words.ts";
import { TOUCHED } from "./touched.ts";

const REASON_MAX_CHARS = 200;
const WORDS = {
	pauseVersion: { title: "configPauseTitle", text: "configPauseText", act: "configPause" },
	takeBackVersion: { title: "configTakeBackTitle", text: "configTakeBackText", act: "configTakeBack" },
} as const;

/** Publishing no further, or taking back, each with a reason. */
export function StopDialog(props: {
	readonly act: keyof typeof WORDS;
	readonly version: SectionVersion;
	readonly onClose: () => void;
	/** The version that holds instead. */
	readonly onOther: (versionId: string) => void;
}) {
	const { act, version, onClose, onOther } = props;
	const { t } = useWords();
	const pause = useChange(PAUSE_VERSION, TOUCHED);
	const takeBack = useChange(TAKE_BACK_VERSION, TOUCHED);
	const { nodeId, versionId } = version;
	const stop = async (body: { readonly reason: string }) => {
		const change = { input: { params: { nodeId, versionId }, body }, options: { version: version.version } };
		if (act === "pauseVersion") await pause.mutateAsync(change);
		else onOther((await takeBack.mutateAsync(change)).version.versionId);
	};
	const { title, text, act: word } = WORDS[act];
	return (
		<FormDialog<{ reason: string }> title={t(title)} submitText={t(word)} danger onSubmit={stop} onClose={onClose}>
			<p>{t(text)}</p>
			<Form.Item
				name="reason"
				label={t("reason")}
				rules={[{ required: true, whitespace: true, message: t("requiredField") }]}
			>
				<Input maxLength={REASON_MAX_CHARS} autoComplete="off" />
			</Form.Item>
		</FormDialog>
	);
}
