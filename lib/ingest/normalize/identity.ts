import { createHash } from "node:crypto";
import { fold } from "./fold.ts";

/**
 * The id of an article by what it says: outlet, headline and raw text without its spaces. The same article read again
 * from another format has the same id, so an import can be repeated. "a" and 20 hexadecimal digits of SHA-256.
 */
export function articleId(outlet: string | null, title: string, raw: string): string {
  const said = `${fold(outlet ?? "")}\n${fold(title)}\n${raw.normalize("NFC").replace(/\s+/g, "")}`;
  return `a${createHash("sha256").update(said).digest("hex").slice(0, 20)}`;
}
