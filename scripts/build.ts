/** `npm run build`: everything the worker serves as files, in `dist/client`. */
import { buildClients } from "./build-clients.ts";
import { copySite } from "./copy-site.ts";
import { copySwagger } from "./copy-swagger.ts";
import { buildOffline } from "./offline/build-offline.ts";
import { writeDocuments } from "./write-documents.ts";
import { writeHeaders } from "./write-headers.ts";

// A caller inside a test run has NODE_ENV=test, which would build React's development half.
process.env.NODE_ENV = "production";

await buildClients();
await copySwagger();
await copySite();
await writeDocuments();
await writeHeaders();
await buildOffline();
