import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { importsIn } from "./imports.ts";

const isClient = (source: string): boolean => /^\s*"use client"/.test(source);
/** What the bundler leaves on the server: type imports are erased, server actions are called over the network. */
const isServer = (source: string): boolean => /^\s*"use server"/.test(source);
const withoutTypes = (source: string): string => source.replaceAll(/^(import|export) type [^;]*;/gm, "");

/**
 * Packages that client components import, themselves or through what they import, each with the chain of files that
 * first led to it.
 * @param files paths from the root among which the client components are looked for
 */
export function packagesSent(root: string, files: readonly string[]): Map<string, string[]> {
  const sent = new Map<string, string[]>();
  const seen = new Set<string>();
  const walk = (file: string, chain: string[]): void => {
    if (seen.has(file) || !/\.tsx?$/.test(file)) return;
    const source = readFileSync(join(root, file), "utf8");
    if (isServer(source)) return;
    seen.add(file);
    for (const { from } of importsIn(file, withoutTypes(source))) {
      if (from.startsWith("#")) walk(from.slice(1), [...chain, file]);
      else if (from.startsWith("./")) walk(join(dirname(file), from), [...chain, file]);
      else if (!sent.has(from)) sent.set(from, [...chain, file]);
    }
  };
  for (const file of files) if (isClient(readFileSync(join(root, file), "utf8"))) walk(file, []);
  return sent;
}
