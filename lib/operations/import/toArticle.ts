import { createHash } from "node:crypto";
import { sideSchema, type Article } from "#lib/domain/article.ts";
import type { Outlet } from "#lib/domain/codebook.ts";
import type { Given, RawRecord, Rejected } from "#lib/domain/import.ts";

/** An unchecked record as an article, or the reason it cannot be one. */
export function toArticle(
  record: RawRecord & { file: string },
  given: Given,
  registry: { findOutlet(nameOrUrl: string): Outlet | null },
): Article | Rejected {
  const { file, line } = record;
  const text = (record.text ?? "").normalize("NFC").trim();
  if (text === "") return { file, line, reason: "There is no text." };
  const title = (record.title ?? "").normalize("NFC").trim();
  const name = record.outlet ?? given.outlet ?? null;
  const outlet = name === null ? null : registry.findOutlet(name);
  const stated = sideSchema.safeParse(record.side ?? given.side);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(record.date ?? given.date ?? "")?.[0];
  return {
    id: createHash("sha256").update(`${name}\n${title}\n${text}`).digest("hex").slice(0, 20),
    title,
    text,
    raw: record.text ?? "",
    offsetMap: [[0, 0]],
    removed: [],
    outletId: outlet?.id ?? null,
    outletName: outlet?.name ?? name,
    side: stated.success ? stated.data : (outlet?.side ?? "unknown"),
    sideReason: stated.success ? "Stated at import." : outlet ? "From the outlet registry." : "Not in the registry.",
    subGroup: outlet?.subGroup ?? null,
    date: day ? { day, confidence: 1, from: "given" } : null,
    author: record.author ?? given.author ?? null,
    event: record.event ?? given.event ?? null,
    url: record.url ?? null,
    language: record.language ?? given.language ?? "en",
    machineTranslated: { flag: false, reasons: [] },
    teaching: record.teaching ?? given.teaching ?? outlet?.teaching ?? false,
    assumed: [],
    intended: record.intended ?? null,
  };
}
