declare module "doiuse" {
	import type { ChildNode, Plugin } from "postcss";

	interface Usage {
		readonly feature: string;
		readonly featureData: { readonly missing?: string };
		readonly usage: ChildNode;
	}
	export default function doiuse(options: {
		readonly browsers: readonly string[];
		readonly onFeatureUsage: (usage: Usage) => void;
	}): Plugin;
}
