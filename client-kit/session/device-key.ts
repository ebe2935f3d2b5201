import type { DevicePurpose } from "../../schema/actor.ts";

/** A paired device as this browser keeps it: its key signs, and nobody can read it out. */
export type PairedDevice = {
	readonly deviceId: string;
	readonly branchId: string;
	readonly purpose: DevicePurpose;
	readonly name: string;
	readonly counterId?: string | undefined;
	readonly key: CryptoKey;
};

const DATABASE = "tingtang";
const STORE = "devices";

/** The device this browser is for a purpose; undefined when it was never paired for it, or can keep nothing. */
export function pairedDevice(purpose: DevicePurpose): Promise<PairedDevice | undefined> {
	return inStore<PairedDevice | undefined>("readonly", (store) => store.get(purpose)).catch(() => undefined);
}

/** Rejects when the browser can keep nothing, as in a private window. */
export function keepDevice(device: PairedDevice): Promise<unknown> {
	return inStore("readwrite", (store) => store.put(device, device.purpose));
}

function inStore<Value>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(DATABASE, 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const database = opening.result;
			const transaction = database.transaction(STORE, mode);
			const request = ask(transaction.objectStore(STORE));
			transaction.oncomplete = () => resolve(request.result);
			transaction.onabort = () => reject(transaction.error);
			// Left open it would be in the way of whoever wants to change the store one day.
			transaction.addEventListener("complete", () => database.close());
		};
	});
}
