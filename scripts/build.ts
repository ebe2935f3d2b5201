/** `npm run build`: everything the worker serves as files, in `dist/client`. */
import { buildClients } from "./build/build-clients.ts";
import { buildOffline } from "./build/build-offline.ts";
import { writeCommonWords } from "./build/common-words.ts";
import { copySite } from "./build/copy-site.ts";
import { copySwagger } from "./build/copy-swagger.ts";
import { writeDocuments } from "./build/write-documents.ts";
import { writeHeaders } from "./build/write-headers.ts";

// A caller inside a test run has NODE_ENV=test, which would build React's development half.
process.env.NODE_ENV = "production";

await buildClients();
await copySwagger();
await copySite();
await writeDocuments();
await writeCommonWords();
await writeHeaders();
await buildOffline();
