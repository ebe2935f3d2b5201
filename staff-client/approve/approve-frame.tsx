import type { ReactNode } from "react";
import { SettingsButtons } from "../parts/settings-buttons.tsx";
import { useWords } from "../words/words.ts";

/** Head, content and, within thumb reach, what can be done. */
export function ApproveFrame(props: {
	/** The branch, and a way to another one. */
	readonly where: ReactNode;
	readonly children: ReactNode;
	readonly foot?: ReactNode;
}) {
	const { t } = useWords();
	return (
		<div className="page narrow">
			<header className="bar line">
				<div className="grow">
					<h1 className="large">{t("approveTitle")}</h1>
					{props.where}
				</div>
				<SettingsButtons />
			</header>
			<main className="stack scroll">{props.children}</main>
			{props.foot !== undefined && <footer className="foot stack">{props.foot}</footer>}
		</div>
	);
}
