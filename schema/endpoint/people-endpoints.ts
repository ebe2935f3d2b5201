import * as z from "zod";
import { ROUTE_PERMISSIONS } from "../../rules/route-permissions.ts";
import {
	ADD_NODE,
	ADD_PERSON,
	CHANGE_NODE,
	CHANGE_PERSON,
	IMPORT_PEOPLE,
	LEAVE,
	NODES,
	PEOPLE,
	PERSON,
	RESET_PASSWORD,
} from "../../rules/routes/people.ts";
import { Role } from "../actor.ts";
import { NodeId, StaffId } from "../ids.ts";
import { InstitutionNode } from "../institution.ts";
import { ImportBody, ImportResult } from "../people/people-import.ts";
import { FirstPassword, Joiner, Person, PersonChange, PersonStatus } from "../people/person.ts";
import { PublicName } from "../text/public-name.ts";
import { COMMON, type Endpoint, Page, paged, VERSIONED, WITH_BODY } from "./endpoint.ts";

const OfPerson = z.object({ staffId: StaffId });
const AtNode = z.object({ nodeId: NodeId });

/** What a node is called and under which it stands: null for the bank itself. */
export const NodeChange = z.strictObject({ name: PublicName, parentId: NodeId.nullable() });
export type NodeChange = z.infer<typeof NodeChange>;

export const NewNode = NodeChange.extend({ nodeId: NodeId });
export type NewNode = z.infer<typeof NewNode>;

/** Problems of everything that gives, changes or takes away somebody's roles. */
const GRANTING = ["may-not-grant", "own-record", "role-not-at-level", "unknown-node", "last-operator"] as const;

export const PEOPLE_ENDPOINTS = {
	people: {
		...PEOPLE,
		permission: ROUTE_PERMISSIONS.people,
		query: Page.extend({
			/** Only people with a role at this node or below it. */
			nodeId: NodeId.optional(),
			role: Role.optional(),
			status: PersonStatus.optional(),
			/** Part of a name, or the beginning of a staff number. */
			text: z.string().trim().min(1).max(40).optional(),
		}),
		output: paged(Person),
		problems: COMMON,
	},
	person: {
		...PERSON,
		permission: ROUTE_PERMISSIONS.person,
		params: OfPerson,
		output: Person,
		problems: [...COMMON, "unknown-person"],
	},
	addPerson: {
		...ADD_PERSON,
		permission: ROUTE_PERMISSIONS.addPerson,
		body: Joiner,
		output: FirstPassword,
		audit: "change",
		problems: [...WITH_BODY, ...GRANTING, "person-exists"],
	},
	changePerson: {
		...CHANGE_PERSON,
		permission: ROUTE_PERMISSIONS.changePerson,
		params: OfPerson,
		body: PersonChange,
		output: Person,
		versioned: true,
		audit: "change",
		problems: [...WITH_BODY, ...VERSIONED, ...GRANTING, "unknown-person", "person-left"],
	},
	leave: {
		...LEAVE,
		permission: ROUTE_PERMISSIONS.leave,
		params: OfPerson,
		output: Person,
		versioned: true,
		audit: "change",
		problems: [
			...COMMON,
			...VERSIONED,
			"may-not-grant",
			"own-record",
			"last-operator",
			"unknown-person",
			"person-left",
		],
	},
	resetPassword: {
		...RESET_PASSWORD,
		permission: ROUTE_PERMISSIONS.resetPassword,
		params: OfPerson,
		output: FirstPassword,
		audit: "change",
		problems: [...COMMON, "may-not-grant", "own-record", "unknown-person", "person-left"],
	},
	importPeople: {
		...IMPORT_PEOPLE,
		permission: ROUTE_PERMISSIONS.importPeople,
		body: ImportBody,
		output: ImportResult,
		audit: "change",
		problems: [
			...WITH_BODY,
			"import-unreadable",
			"import-too-long",
			"import-changes-too-many",
			"changed-since-read",
			"last-operator",
		],
	},
	nodes: {
		...NODES,
		permission: ROUTE_PERMISSIONS.nodes,
		query: Page,
		output: paged(InstitutionNode),
		revalidated: true,
		problems: COMMON,
	},
	addNode: {
		...ADD_NODE,
		permission: ROUTE_PERMISSIONS.addNode,
		body: NewNode,
		output: InstitutionNode,
		audit: "change",
		problems: [...WITH_BODY, "node-exists", "unknown-node", "node-misplaced", "sub-branch-full"],
	},
	changeNode: {
		...CHANGE_NODE,
		permission: ROUTE_PERMISSIONS.changeNode,
		params: AtNode,
		body: NodeChange,
		output: InstitutionNode,
		versioned: true,
		audit: "change",
		problems: [...WITH_BODY, ...VERSIONED, "unknown-node", "node-misplaced", "sub-branch-full"],
	},
} as const satisfies Record<string, Endpoint>;
