import { regionOf } from "../institution.ts";

/** Which branches of its place a version is for. */
export type Reach =
	| { readonly kind: "all" }
	| { readonly kind: "regions"; readonly regions: readonly string[] }
	| { readonly kind: "branches"; readonly branchIds: readonly string[] }
	| { readonly kind: "share"; readonly percent: number };

const HUNDRED = 100;

/** Whether a version is for a branch. Of a share the same branches are chosen each time, and a larger one keeps them. */
export function reaches(reach: Reach, versionId: string, branchId: string): boolean {
	switch (reach.kind) {
		case "all":
			return true;
		case "regions":
			return reach.regions.includes(regionOf(branchId));
		case "branches":
			return reach.branchIds.includes(branchId);
		case "share":
			return lotOf(`${versionId} ${branchId}`) < reach.percent;
		default:
			return reach satisfies never;
	}
}

/** 0 to 99, evenly: FNV-1a, mixed. */
function lotOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return ((hash ^ (hash >>> 13)) >>> 0) % HUNDRED;
}
