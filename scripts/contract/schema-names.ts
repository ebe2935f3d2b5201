import * as z from "zod";
import * as actor from "../../schema/actor.ts";
import * as version from "../../schema/configuration/version.ts";
import * as cases from "../../schema/customer/case.ts";
import * as caseFields from "../../schema/customer/case-fields.ts";
import * as customer from "../../schema/customer/customer.ts";
import * as customerValues from "../../schema/customer/customer-values.ts";
import * as disclosure from "../../schema/customer/disclosure.ts";
import * as referral from "../../schema/customer/referral.ts";
import * as branch from "../../schema/endpoint/branch-endpoints.ts";
import * as alert from "../../schema/hall/alert.ts";
import * as calendar from "../../schema/hall/calendar.ts";
import * as command from "../../schema/hall/command.ts";
import * as configuration from "../../schema/hall/configuration.ts";
import * as daySigning from "../../schema/hall/day-signing.ts";
import * as event from "../../schema/hall/event.ts";
import * as liveTicket from "../../schema/hall/live-ticket.ts";
import * as notice from "../../schema/hall/notice.ts";
import * as presence from "../../schema/hall/presence.ts";
import * as protocol from "../../schema/hall/protocol.ts";
import * as quote from "../../schema/hall/quote.ts";
import * as report from "../../schema/hall/report.ts";
import * as ticket from "../../schema/hall/ticket.ts";
import * as view from "../../schema/hall/view.ts";
import * as ids from "../../schema/ids.ts";
import * as institution from "../../schema/institution.ts";
import * as ledger from "../../schema/ledger/ledger.ts";
import * as device from "../../schema/people/device.ts";
import * as people from "../../schema/people/people-import.ts";
import * as person from "../../schema/people/person.ts";
import * as serviceAccount from "../../schema/people/service-account.ts";
import * as session from "../../schema/people/session.ts";
import * as problem from "../../schema/problem.ts";
import * as sectionKey from "../../schema/section-key.ts";

const MODULES: readonly object[] = [
	// First, because an id of somewhere else is often the same schema.
	ids,
	actor,
	alert,
	branch,
	calendar,
	command,
	configuration,
	customer,
	daySigning,
	device,
	disclosure,
	event,
	institution,
	ledger,
	liveTicket,
	notice,
	people,
	person,
	presence,
	problem,
	protocol,
	quote,
	cases,
	caseFields,
	customerValues,
	referral,
	report,
	serviceAccount,
	sectionKey,
	session,
	ticket,
	version,
	view,
];

/** Of the branch's own store: it reads what was written under earlier rules, which nobody else sends or sees. */
const OWN: readonly string[] = ["StoredConfiguration"];

/** Every schema with a name of its own, as it is called where it stands: a schema of two names goes by the first. */
export function namedSchemas(): Record<string, z.ZodType> {
	const named: Record<string, z.ZodType> = {};
	const known = new Set<z.ZodType>();
	for (const [name, value] of MODULES.flatMap((each) => Object.entries(each))) {
		if (!(value instanceof z.ZodType) || known.has(value) || OWN.includes(name)) continue;
		known.add(value);
		named[name] = value;
	}
	return { ...named, ...choicesOf(named) };
}

/** What a named union chooses among, as far as it has no name yet: only between named ones can a generated client tell by one field. */
function choicesOf(named: Readonly<Record<string, z.ZodType>>): Record<string, z.ZodType> {
	const known = new Set(Object.values(named));
	const choices: Record<string, z.ZodType> = {};
	for (const [name, union] of Object.entries(named)) {
		if (!(union instanceof z.ZodDiscriminatedUnion)) continue;
		for (const choice of union.options) {
			if (!(choice instanceof z.ZodObject) || known.has(choice)) continue;
			known.add(choice);
			const told = choice.shape[union.def.discriminator] as z.ZodLiteral;
			choices[pascalCase(String(told.value)) + name] = choice;
		}
	}
	return choices;
}

function pascalCase(words: string): string {
	return words.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Without the components that nothing in the document refers to, and those that only such ones do. */
export function withoutUnused<Schema>(
	document: object,
	schemas: Readonly<Record<string, Schema>>,
): Record<string, Schema> {
	const used = new Set<string>();
	const look = (part: unknown): void => {
		for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
			if (used.has(name)) continue;
			used.add(name);
			look(schemas[name] ?? null);
		}
	};
	look(document);
	return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}
