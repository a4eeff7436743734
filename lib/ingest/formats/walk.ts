import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { UnreadableError } from "./format.ts";
import { extensionOf, formats } from "./formats.ts";
import type { Rejected } from "#lib/domain/import.ts";

const KNOWN = new Set(formats.flatMap((format) => format.extensions));
/** Lists that lie beside coverage, as the registry of outlets does; passed over as hidden files are. */
const SETTINGS = new Set(["yml", "yaml"]);
/** Files that speak about a folder and are no coverage. */
const ABOUT = /^(?:readme|licen[cs]e|copying|changelog|authors|notice|citation)\b/i;
const ABOUT_FOLDER = "it describes the folder; name the file itself to import it";

/** Kinds people have articles in that are not read, and what to do with them. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/^(?:pdf|docx?|odt|rtf|epub|pages)$/, "it is no text; save it as text or HTML and import that"],
  [/^(?:xlsx?|xlsm|ods|numbers)$/, "it is a workbook; save the sheet as CSV and import that"],
  [/^(?:zip|tar|tgz|7z|rar|bz2|xz|zst)$/, "it is an archive; unpack it and import the folder"],
  [/^$/, "its name has no ending that tells its kind; name the file itself to import it"],
];

/** Files of a folder and its sub-folders in name order, and what was left out and why; links are not followed. */
export async function* walk(folder: string): AsyncIterable<string | Rejected> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { file: folder, line: 0, reason: whyUnread(error, "folder") };
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || (entry.isFile() && SETTINGS.has(extensionOf(entry.name)))) continue;
    if (entry.isDirectory()) yield* walk(path);
    else if (!entry.isFile()) yield leftOut(path, "it is a link or a device; name the file itself to import it");
    else if (ABOUT.test(entry.name)) yield { ...leftOut(path, ABOUT_FOLDER), cause: "about" };
    else if (!KNOWN.has(extensionOf(entry.name))) yield leftOut(path, adviceOn(extensionOf(entry.name)));
    else yield path;
  }
}

const adviceOn = (extension: string): string =>
  ADVICE.find(([kinds]) => kinds.test(extension))?.[1] ?? "its kind is not one that can be imported";

/** Why a file or folder as a whole could not be read, for the reader. */
export function whyUnread(error: unknown, what: "file" | "folder" = "file"): string {
  if (error instanceof UnreadableError) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "There is no such file or folder.";
  if (code === "EACCES" || code === "EPERM") return `The ${what} may not be read.`;
  return `The ${what} could not be read: ${error instanceof Error ? error.message : String(error)}.`;
}

const leftOut = (file: string, why: string): Rejected => ({ file, line: 0, reason: `Left out: ${why}.` });

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory();
}
