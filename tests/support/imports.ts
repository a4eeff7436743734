import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export interface Import {
  /** Path from the project's root, with forward slashes. */
  file: string;
  from: string;
}

/** Every static, dynamic and re-exporting import of a source text. */
export function importsIn(file: string, source: string): Import[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, "");
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"'\n]+)["']/g;
  return [...code.matchAll(pattern)].map((match) => ({ file, from: match[1]! }));
}

/** Source files of folders, as paths from the root with forward slashes. */
export function sourceFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/")),
  );
}

export function allImports(root: string, folders: readonly string[]): Import[] {
  return sourceFiles(root, folders).flatMap((file) => importsIn(file, readFileSync(join(root, file), "utf8")));
}
