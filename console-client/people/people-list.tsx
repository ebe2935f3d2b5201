import { Button } from "antd";
import { useState } from "react";
import { PEOPLE } from "../../rules/routes/people.ts";
import type { FirstPassword } from "../../schema/people/person.ts";
import { useRows } from "../data/use-read.ts";
import { addressTo, useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { PagedList } from "../parts/paged-list.tsx";
import { ViewHead } from "../parts/view-head.tsx";
import { useWords } from "../words/words.ts";
import { AddPerson } from "./add-person.tsx";
import { FirstPasswordDialog } from "./first-password-dialog.tsx";
import { IMPORT_PART } from "./import-part.ts";
import { PeopleFilter } from "./people-filter.tsx";
import { peopleQuery } from "./people-query.ts";
import { personColumns } from "./person-columns.tsx";

/** A name does not stand in the address, and is kept on the way back all the same. */
let lastText = "";

/** People within one's place, filtered, with the ways to add some. */
export function PeopleList() {
	const words = useWords();
	const { t } = words;
	const me = useMe();
	const { query } = useAddress();
	const [text, setText] = useState(lastText);
	const [adding, setAdding] = useState(false);
	const [given, setGiven] = useState<FirstPassword | null>(null);
	const list = useRows(PEOPLE, { query: peopleQuery(query, text) });
	return (
		<>
			<ViewHead title={t("peopleTitle")} text={t("peopleText")}>
				{me.may("person.manage") && (
					<>
						<Button href={addressTo(["people", IMPORT_PART])}>{t("importTitle")}</Button>
						<Button type="primary" onClick={() => setAdding(true)}>
							{t("personAdd")}
						</Button>
					</>
				)}
			</ViewHead>
			<PeopleFilter
				query={query}
				text={text}
				onText={(wanted) => {
					lastText = wanted;
					setText(wanted);
				}}
			/>
			<PagedList
				label={t("peopleTitle")}
				list={list}
				rowKey={(row) => row.staffId}
				columns={personColumns(words)}
				empty={t("peopleNone")}
			/>
			{adding && <AddPerson onClose={() => setAdding(false)} onAdded={setGiven} />}
			{given !== null && <FirstPasswordDialog given={given} onClose={() => setGiven(null)} />}
		</>
	);
}
