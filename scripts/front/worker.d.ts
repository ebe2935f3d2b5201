/** The worker as it is bundled for deployment: the local server puts that file beside `front.ts`. */
declare const door: { fetch(request: Request, env: object, context: ExecutionContext): Promise<Response> };
export default door;

export class BranchObject {}
export class HolderObject {}
export class LedgerObject {}
