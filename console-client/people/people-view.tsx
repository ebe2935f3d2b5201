import { useAddress } from "../frame/address.ts";
import { useMe } from "../frame/me.ts";
import { DeniedPage } from "../parts/denied-page.tsx";
import { IMPORT_PART } from "./import-part.ts";
import { ImportView } from "./import-view.tsx";
import { PeopleList } from "./people-list.tsx";
import { PersonView } from "./person-view.tsx";

const NO_IMPORT = { endpoint: "importPeople", problem: { code: "not-permitted" } } as const;

/** All people, one of them, or the import: as the address says. */
export default function PeopleView() {
	const [part] = useAddress().rest;
	const me = useMe();
	if (part === undefined) return <PeopleList />;
	if (part !== IMPORT_PART) return <PersonView staffId={part} />;
	return me.may("person.manage") ? <ImportView /> : <DeniedPage denial={NO_IMPORT} />;
}
