import { store, stored } from "../../client-kit/page/web-storage.ts";
import type { Hall } from "../hall/hall.ts";

/** The counter this page works: where the person is signed on, else the one chosen on this machine; null: choose. */
export function counterToWork(hall: Hall, staffId: string, remembered: string | null): string | null {
	for (const counter of hall.counters.values()) if (counter.staffId === staffId) return counter.id;
	return remembered !== null && hall.counters.has(remembered) ? remembered : null;
}

export function rememberedCounter(branchId: string): string | null {
	return stored("localStorage", keyOf(branchId));
}

export function rememberCounter(branchId: string, counterId: string | null): void {
	store("localStorage", keyOf(branchId), counterId);
}

function keyOf(branchId: string): string {
	return `tingtang.counter.${branchId}`;
}
