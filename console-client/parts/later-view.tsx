import { Button } from "antd";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { useWords } from "../words/words.ts";

type Module<Props> = { readonly default: ComponentType<Props> };

/** A view that is loaded when it is first looked at. One that cannot be had says so, and leaves the frame as it is. */
export function laterView<Props = object>(
	load: () => Promise<Module<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
	return lazy(() => load().catch(() => ({ default: NotLoaded })));
}

/** Without a network, or after an update that has taken this page's parts away: the address leads here again. */
function NotLoaded() {
	const { t } = useWords();
	return (
		<section className="denied" role="alert">
			<h1>{t("notLoadedTitle")}</h1>
			<p>{t("notLoadedText")}</p>
			<Button type="primary" onClick={() => location.reload()}>
				{t("loadAgain")}
			</Button>
		</section>
	);
}
