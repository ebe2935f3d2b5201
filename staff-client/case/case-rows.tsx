import type { Output } from "../../schema/endpoint/api.ts";
import { usePhone } from "../sheet/phone-context.ts";
import { CaseRow } from "./case-row.tsx";

/** Cases one below the other, each opens its sheet. Whose each is stands there for `others` where it is not one's own, for `all` always. */
export function CaseRows(props: {
	readonly rows: Output<"openCases">["rows"];
	readonly showsOwnerOf: "others" | "all";
}) {
	const { staffId, onOpen } = usePhone();
	return (
		<ul className="stack">
			{props.rows.map((row) => (
				<li key={row.caseId}>
					<CaseRow
						row={row}
						showsOwner={props.showsOwnerOf === "all" || row.ownerId !== staffId}
						onOpen={() => onOpen({ kind: "case", caseId: row.caseId })}
					/>
				</li>
			))}
		</ul>
	);
}
