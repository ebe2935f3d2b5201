import { store, stored } from "../page/web-storage.ts";

/** What could not be read is asked for again after this, for as long as nothing newer was named. */
const RETRY_MS = 10_000;

type Options<Value> = {
	/** Under which the browser keeps it for days without a network. */
	readonly keptAs: string;
	/** What stands where nothing was ever heard. */
	readonly shipped: Value;
	/** Null: it could not be read. Does not reject. */
	readonly ask: () => Promise<Value | null>;
	readonly onChange: (value: Value) => void;
};

export type PublishedContent<Value> = {
	/** What was heard last, or what ships. */
	readonly kept: Value;
	/** Names what is published now; another name than before is asked for, until it has come. */
	hear(version: string): void;
};

/** What a page shows of a published section: kept by the browser, and asked for when the live view names another version. */
export function publishedContent<Value>({ keptAs, shipped, ask, onChange }: Options<Value>): PublishedContent<Value> {
	let wanted: string | undefined;
	const bring = async (version: string): Promise<void> => {
		const value = await ask();
		if (version !== wanted) return;
		if (value === null) {
			setTimeout(() => version === wanted && void bring(version), RETRY_MS);
			return;
		}
		store("localStorage", keptAs, JSON.stringify(value));
		onChange(value);
	};
	return {
		kept: keptUnder<Value>(keptAs) ?? shipped,
		hear: (version) => {
			if (version === wanted) return;
			wanted = version;
			void bring(version);
		},
	};
}

/** What somebody else wrote there is as if nothing were kept. */
function keptUnder<Value>(name: string): Value | null {
	try {
		return JSON.parse(stored("localStorage", name) ?? "null");
	} catch {
		return null;
	}
}
