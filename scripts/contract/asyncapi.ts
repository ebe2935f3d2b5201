import * as z from "zod";
import { API_ROOT } from "../../rules/api-root.ts";
import {
	CLOSE_CHANGED,
	CLOSE_FINAL,
	CLOSE_TICKET,
	PING,
	PONG,
	PROTOCOL_VERSION,
	SUBPROTOCOL,
	TICKET_SUBPROTOCOL_PREFIX,
} from "../../rules/live-protocol.ts";
import { LIVE } from "../../rules/routes/branch.ts";
import { ClientFrame, CloseReason, Handshake, ServerFrame } from "../../schema/hall/protocol.ts";
import { DisplayView, StaffView, StatusView, TicketView } from "../../schema/hall/view.ts";
import { namedSchemas, withoutUnused } from "./schema-names.ts";

const SCHEMAS = "#/components/schemas/";
const VIEWS = { DisplayView, StaffView, TicketView, StatusView };

const DESCRIPTION = `Whole view, then patches, over one WebSocket. Ask \`POST ${API_ROOT}/branches/{branchId}/live-tickets\` for a ticket and offer the
subprotocols \`${SUBPROTOCOL}\` and \`${TICKET_SUBPROTOCOL_PREFIX}<ticket>\`. A patch holds only if \`from\` <= own seq < \`seq\`; else send \`view\`.
Close code ${CLOSE_FINAL}: do not come again as you are, the reason is one of ${CloseReason.options.join(", ")}; ${CLOSE_TICKET}: the
ticket is no longer good, ask for another; ${CLOSE_CHANGED}: what the session may do has changed, ask for another ticket; any other:
come again after a random while that grows.`;

const TICKET = {
	type: "httpApiKey",
	in: "header",
	name: "Sec-WebSocket-Protocol",
	description: `\`${SUBPROTOCOL}, ${TICKET_SUBPROTOCOL_PREFIX}<ticket>\`: good once, for 30 seconds`,
} as const;

/** Frames of one side by the names of their messages. */
const SAID_BY_CLIENT = framesOf(ClientFrame.options, "Message");
const SAID_BY_SERVER = framesOf(ServerFrame.options, "Frame");

/** The AsyncAPI 3.0 document of the live protocol, made from the schemas by which frames are read and written. */
export function asyncApiDocument() {
	const messages = {
		...messagesOf(SAID_BY_CLIENT),
		...messagesOf(SAID_BY_SERVER),
		PingText: { summary: "Whether anybody is there", contentType: "text/plain", payload: { const: PING } },
		PongText: { summary: "Somebody is", contentType: "text/plain", payload: { const: PONG } },
	};
	const document = {
		asyncapi: "3.0.0",
		info: {
			title: "Tingtang 厅堂: the live protocol",
			version: `${PROTOCOL_VERSION}.0.0`,
			description: DESCRIPTION,
			license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
		},
		defaultContentType: "application/json",
		servers: {
			door: { host: "{host}", protocol: "wss", variables: { host: { description: "Where this document comes from" } } },
		},
		channels: {
			live: {
				address: API_ROOT + LIVE.path.replace(":branchId", "{branchId}"),
				description: "One branch, as one audience sees it",
				parameters: { branchId: { description: "Region shard key, hyphen, branch code", examples: ["sh-lujiazui"] } },
				messages: Object.fromEntries(
					Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
				),
				bindings: { ws: { method: "GET", query: z.toJSONSchema(Handshake, { io: "input", unrepresentable: "any" }) } },
			},
		},
		operations: {
			hear: operation("receive", "What a client may say", [...Object.keys(SAID_BY_CLIENT), "PingText"]),
			tell: operation("send", "What the branch says", [...Object.keys(SAID_BY_SERVER), "PongText"]),
		},
	};
	const schemas = { ...schemasOf(SAID_BY_SERVER, "output"), ...schemasOf(SAID_BY_CLIENT, "input") };
	return {
		...document,
		components: { messages, schemas: withoutUnused(messages, schemas), securitySchemes: { ticket: TICKET } },
	};
}

function operation(action: "send" | "receive", summary: string, names: readonly string[]) {
	const messages = names.map((name) => ({ $ref: `#/channels/live/messages/${name}` }));
	const security = [{ $ref: "#/components/securitySchemes/ticket" }];
	return { action, summary, channel: { $ref: "#/channels/live" }, messages, security };
}

function framesOf(options: readonly z.ZodObject[], ending: string): Record<string, z.ZodObject> {
	return Object.fromEntries(options.map((frame) => [nameOf(frame) + ending, frame]));
}

function nameOf({ shape }: z.ZodObject): string {
	const type = String((shape.type as z.ZodLiteral).value);
	return type.charAt(0).toUpperCase() + type.slice(1);
}

function messagesOf(frames: Readonly<Record<string, z.ZodObject>>) {
	return Object.fromEntries(
		Object.entries(frames).map(([name, frame]) => {
			const whole = { $ref: SCHEMAS + name };
			const payload =
				name === "ViewFrame" ? { allOf: [whole, { properties: { collections: OF_AN_AUDIENCE } }] } : whole;
			return [name, { name: String((frame.shape.type as z.ZodLiteral).value), payload }];
		}),
	);
}

/** What a view holds depends on who looks. */
const OF_AN_AUDIENCE = { anyOf: Object.keys(VIEWS).map((name) => ({ $ref: SCHEMAS + name })) };

/** The JSON schemas of frames and of all that has a name in them, as they are written or as they are read. */
function schemasOf(frames: Readonly<Record<string, z.ZodObject>>, io: "input" | "output"): Record<string, object> {
	const registry = z.registry<{ id: string }>();
	const framed = new Set<z.ZodType>(Object.values(frames));
	const named = Object.entries<z.ZodType>(namedSchemas()).filter(([, schema]) => !framed.has(schema));
	for (const [id, schema] of [...named, ...Object.entries(frames)]) registry.add(schema, { id });
	const { schemas } = z.toJSONSchema(registry, { io, unrepresentable: "any", uri: (id) => SCHEMAS + id });
	const all = Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema] as const);
	return withoutUnused(
		[Object.keys(frames), ...(io === "output" ? Object.keys(VIEWS) : [])].flat().map(refTo),
		Object.fromEntries(all),
	);
}

const refTo = (name: string) => ({ $ref: SCHEMAS + name });
