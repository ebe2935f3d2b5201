import { WebSocket } from "ws";
import { PROTOCOL_VERSION } from "../../rules/live-protocol.ts";
import { ViewFrame } from "../../schema/hall/protocol.ts";
import { BenchFailure } from "../measure/measure.ts";
import { liveProtocols } from "./live-ticket.ts";

/** What one staff socket was told since the last `take`, and the whole view right after, in bytes; `waiting`: tickets that wait in that view. */
export type Told = { readonly patchBytes: number; readonly viewBytes: number; readonly waiting: number };

/** One staff socket that counts the bytes it is told. */
export type StaffEar = {
	/** What came since the last `take`. Asks for the whole view and waits for it, because everything before it has come by then. */
	take(): Promise<Told>;
	close(): void;
};

/** Connects a staff socket and waits for its first view. @param url of the branch, without a slash at the end */
export async function listenAsStaff(url: string, token: string): Promise<StaffEar> {
	const live = `${url.replace("http", "ws")}/live?protocol=${PROTOCOL_VERSION}&audience=staff`;
	const socket = new WebSocket(live, await liveProtocols(url, token, "staff"), { perMessageDeflate: false });
	let patchBytes = 0;
	let arrived = (_view: Buffer) => {};
	const view = () =>
		new Promise<Buffer>((resolve, reject) => {
			arrived = resolve;
			socket.once("error", reject);
			socket.once("close", (code, reason) => reject(new BenchFailure(`the staff socket closed: ${code} ${reason}`)));
		});
	const greeting = view();
	socket.on("message", (data: Buffer) => {
		if (data.toString("latin1", 0, 16).startsWith('{"type":"view"')) arrived(data);
		else patchBytes += data.length;
	});
	await greeting;
	return {
		take: async () => {
			const next = view();
			socket.send('{"type":"view"}');
			const whole = await next;
			socket.removeAllListeners("close").removeAllListeners("error");
			const told = { patchBytes, viewBytes: whole.length, waiting: waitingIn(whole) };
			patchBytes = 0;
			return told;
		},
		close: () => socket.terminate(),
	};
}

function waitingIn(view: Buffer): number {
	const { collections } = ViewFrame.parse(JSON.parse(view.toString()));
	return (collections.tickets ?? []).filter((ticket) => ticket.status === "waiting").length;
}
