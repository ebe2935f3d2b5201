import { Agent, request } from "node:http";

const SOCKETS_MAX = 64;

export type HttpAnswer = { readonly status: number; readonly text: string };

/** Calls over connections that stay open. `fetch` takes so much more processor time that it would distort the measures. */
export class HttpCaller {
	readonly #agent = new Agent({ keepAlive: true, maxSockets: SOCKETS_MAX });

	call(method: string, url: string, headers: Record<string, string> = {}, body?: string): Promise<HttpAnswer> {
		return new Promise((resolve, reject) => {
			const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
			const call = request(url, { agent: this.#agent, method, headers: { ...headers, ...length } }, (response) => {
				let text = "";
				response.setEncoding("utf8");
				response.on("data", (chunk: string) => {
					text += chunk;
				});
				response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
				response.on("error", reject);
			});
			call.on("error", reject);
			call.end(body);
		});
	}

	close(): void {
		this.#agent.destroy();
	}
}
