import "server-only";
import type { Given } from "#lib/domain/import.ts";
import type { Source } from "#lib/operations/previewImport.ts";

/** Bytes one upload may hold; larger collections go through the command line, which reads piece by piece. */
const LARGEST = 100e6;
/** Addresses read in one go, so that a class sees an answer within a minute or two. */
export const MOST_ADDRESSES = 50;
const GIVEN = ["outlet", "side", "sideReason", "date", "event"] as const;

/** A form that cannot be read; the message is for the person who sent it. */
export class FormError extends Error {}

export interface Upload {
  sources: Source[];
  /** Web addresses, one a line of the form. */
  addresses: string[];
  given: Given;
  format: string | undefined;
}

/** Files, pasted text and the fields of the import form. @throws FormError */
export async function readUpload(request: Request): Promise<Upload> {
  if (Number(request.headers.get("content-length") ?? 0) > LARGEST) {
    throw new FormError(
      `That is more than ${LARGEST / 1e6} MB. Import it on the command line: npx parallax import <files>.`,
    );
  }
  const form = await request.formData().catch(() => null);
  if (form === null) throw new FormError("The form did not arrive whole. Try again.");
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const sources: Source[] = [];
  for (const file of form.getAll("file")) {
    if (typeof file !== "string" && file.size > 0) {
      sources.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
  }
  const pasted = text("text");
  if (pasted !== "") {
    const title = text("title");
    const record = { ...(title === "" ? {} : { title }), text: pasted };
    sources.push({ name: "pasted text.json", bytes: new TextEncoder().encode(JSON.stringify(record)) });
  }
  const addresses = [
    ...new Set(
      text("addresses")
        .split(/\s+/)
        .filter((each) => each !== ""),
    ),
  ];
  if (addresses.length > MOST_ADDRESSES) {
    throw new FormError(
      `These are ${addresses.length} addresses; ${MOST_ADDRESSES} go at once. Use the command line for more.`,
    );
  }
  if (sources.length === 0 && addresses.length === 0) {
    throw new FormError("There is nothing to read: paste a text, choose a file or give an address.");
  }
  const given: Given = Object.fromEntries(GIVEN.map((name) => [name, text(name)]).filter(([, value]) => value !== ""));
  if (given.side !== undefined && given.sideReason === undefined) {
    throw new FormError("A side needs a reason: say why the outlet stands there.");
  }
  return { sources, addresses, given, format: text("format") || undefined };
}
