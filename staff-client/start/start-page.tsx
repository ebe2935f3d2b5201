import { useCallback, useEffect, useState } from "react";
import { type CallResult, call } from "../../client-kit/call/call.ts";
import { DEMO } from "../../rules/routes/demo.ts";
import type { DemoInfo } from "../../schema/people/demo.ts";
import { FullNotice } from "../parts/full-notice.tsx";
import { SettingsButtons } from "../parts/settings-buttons.tsx";
import { useWords } from "../words/words.ts";
import { BranchScreens } from "./branch-screens.tsx";
import { bankScreens } from "./screen-links.ts";
import { ScreenRow } from "./screen-row.tsx";

type Demo = Awaited<ReturnType<typeof askForDemo>>;

function askForDemo(): Promise<CallResult<DemoInfo>> {
	return call(DEMO, {}, null);
}

/** Every screen of every demo branch; with demo mode off, a shut door. */
export function StartPage() {
	const { t, locale } = useWords();
	const [demo, setDemo] = useState<Demo | null>(null);
	const ask = useCallback(() => {
		setDemo(null);
		void askForDemo().then(setDemo);
	}, []);
	useEffect(ask, [ask]);
	if (demo === null) return <FullNotice icon="clock" title={t("product")} text={t("startLoading")} />;
	if (!demo.ok) {
		if (demo.problem.code === "demo-off") {
			return (
				<FullNotice icon="lock" title={t("shutTitle")} text={t("shutText")}>
					<a className="action" href="/sign-in/">
						{t("toSignIn")}
					</a>
				</FullNotice>
			);
		}
		return (
			<FullNotice
				icon="cut"
				title={t("startOffline")}
				text={locale === "zh" ? demo.problem.title : demo.problem.titleEn}
			>
				<button type="button" className="action" onClick={ask}>
					{t("tryAgain")}
				</button>
			</FullNotice>
		);
	}
	return (
		<div className="start">
			<header className="line">
				<h1 className="grow figure">{t("product")}</h1>
				<SettingsButtons />
			</header>
			<p className="soft large">{t("startText")}</p>
			<main className="cards">
				{demo.value.branches.map((branch) => (
					<BranchScreens key={branch.branchId} branch={branch} />
				))}
			</main>
			<section className="card stack">
				<h2 className="large">{t("headOffice")}</h2>
				<ul className="rows">
					{bankScreens().map(({ name, text, address }) => (
						<ScreenRow key={name} name={t(name)} text={t(text)} address={address} languages />
					))}
					<ScreenRow name={t("screenPair")} text={t("screenPairText")} address="/pair/" />
					<ScreenRow name={t("screenApi")} text={t("screenApiText")} address="/swagger/" />
				</ul>
			</section>
		</div>
	);
}
