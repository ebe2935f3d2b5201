import { Button } from "antd";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { useWords } from "../words/words.ts";

type Module<Props> = { readonly default: ComponentType<Props> };

/** A view whose script is loaded when it is first opened. When loading fails, a page in its place says so; the frame around it stays. */
export function laterView<Props = object>(
	load: () => Promise<Module<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
	return lazy(() => load().catch(() => ({ default: NotLoaded })));
}

/** Shown when a script cannot be loaded: without a network, or after a deployment that removed it. Loading anew leads to the same address. */
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
