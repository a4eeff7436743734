import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where Parallax itself lies, wherever it was started. */
export const projectFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
