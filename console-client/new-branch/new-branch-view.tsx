import { useAddress } from "../frame/address.ts";
import { BranchForm } from "./branch-form.tsx";
import { BranchStart } from "./branch-start.tsx";

/** A new branch: what it is; then, with its id in the address, its people and devices. */
export default function NewBranchView() {
	const [, branchId] = useAddress().rest;
	return branchId === undefined ? <BranchForm /> : <BranchStart branchId={branchId} />;
}
