import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { extensionOf, formats } from "./formats.ts";
import type { Rejected } from "#lib/domain/import.ts";

const KNOWN = new Set(formats.flatMap((format) => format.extensions));
/** Lists that lie beside coverage, as the registry of outlets does; passed over as hidden files are. */
const SETTINGS = new Set(["yml", "yaml"]);
/** Files that speak about a folder and are no coverage. */
const ABOUT = /^(?:readme|licen[cs]e|copying|changelog|authors|notice|citation)\b/i;

/** Files of a folder and its sub-folders in name order, and what was left out and why; links are not followed. */
export async function* walk(folder: string): AsyncIterable<string | Rejected> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith(".") || (entry.isFile() && SETTINGS.has(extensionOf(entry.name)))) continue;
    if (entry.isDirectory()) yield* walk(path);
    else if (!entry.isFile()) yield leftOut(path, "it is a link or a device");
    else if (ABOUT.test(entry.name)) yield leftOut(path, "it describes the folder; name the file itself to import it");
    else if (!KNOWN.has(extensionOf(entry.name))) yield leftOut(path, "its kind is not one that can be imported");
    else yield path;
  }
}

const leftOut = (file: string, why: string): Rejected => ({ file, line: 0, reason: `Left out: ${why}.` });

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path)).isDirectory();
}
