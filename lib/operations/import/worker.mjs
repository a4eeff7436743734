// A worker thread of the import: registers the TypeScript loader, then tags batches (coderWorker.ts).
import { register } from "tsx/esm/api";

register();
const { codeBatch } = await import("./coderWorker.ts");
export default codeBatch;
