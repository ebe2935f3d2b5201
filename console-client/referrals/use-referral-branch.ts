import { useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { useNodes } from "../institution/use-nodes.ts";

/** The branch whose records are looked at: the one in the address, else the only one the person may look at. */
export function useReferralBranch(): string | null {
	const { query } = useAddress();
	const me = useMe();
	const { data = [] } = useNodes();
	const named = query.get("branch");
	if (named !== null) return named;
	const places = me.session.actors.flatMap(({ place }) => (place.kind === "branch" ? [place.branchId] : []));
	if (places.length === me.session.actors.length && new Set(places).size === 1) return places[0] ?? null;
	const seen = data.filter(
		({ nodeId, kind }) => kind === "branch" && (me.may("referral.create", nodeId) || me.may("privacy.export", nodeId)),
	);
	return seen.length === 1 ? (seen[0]?.nodeId ?? null) : null;
}
