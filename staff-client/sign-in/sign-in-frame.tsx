import type { ReactNode } from "react";
import { Icon, type IconName } from "../../react-kit/icon.tsx";
import { SettingsButtons } from "../parts/settings-buttons.tsx";
import { useWords } from "../words/words.ts";

/** One card in the middle, within thumb reach on a phone. */
export function SignInFrame(props: {
	readonly icon: IconName;
	readonly title: string;
	readonly text?: string | undefined;
	readonly children?: ReactNode;
}) {
	const { t } = useWords();
	return (
		<div className="page">
			<header className="bar line spread">
				<strong>{t("product")}</strong>
				<span>
					<SettingsButtons />
				</span>
			</header>
			<main className="stack sign-in-card">
				<h1 className="line">
					<Icon name={props.icon} />
					{props.title}
				</h1>
				{props.text !== undefined && <p className="soft">{props.text}</p>}
				{props.children}
			</main>
		</div>
	);
}
