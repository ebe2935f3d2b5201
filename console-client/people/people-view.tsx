import { useAddress } from "../frame/address.ts";
import { IMPORT_PART } from "./import-part.ts";
import { ImportView } from "./import-view.tsx";
import { PeopleList } from "./people-list.tsx";
import { PersonView } from "./person-view.tsx";

/** All people, one of them, or the import: as the address says. */
export default function PeopleView() {
	const [part] = useAddress().rest;
	if (part === undefined) return <PeopleList />;
	return part === IMPORT_PART ? <ImportView /> : <PersonView staffId={part} />;
}
