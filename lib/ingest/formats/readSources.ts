import { defaultLimits, UnreadableError, type ReadItem, type ReadOptions } from "./format.ts";
import { detectFormat, formats } from "./formats.ts";
import { nameOf, openSource, type Source } from "./source.ts";
import { isFolder, walk } from "./walk.ts";

/**
 * Reads files, folders, bytes, streams and standard input ("-") one after another, in pieces where the format allows.
 * What cannot be read becomes a Rejected with its file and line; nothing stops the rest.
 * @throws UnreadableError only for a format name that does not exist.
 */
export async function* readSources(sources: readonly Source[], options: ReadOptions = {}): AsyncIterable<ReadItem> {
  const named = formats.find((format) => format.name === options.format);
  if (options.format !== undefined && !named) {
    throw new UnreadableError(
      `There is no format "${options.format}". Formats: ${formats.map((format) => format.name).join(", ")}.`,
    );
  }
  const limits = { ...defaultLimits, ...options.limits };
  for (const source of sources) {
    try {
      if (typeof source === "string" && source !== "-" && (await isFolder(source))) {
        for await (const found of walk(source)) {
          if (typeof found === "string") yield* readSources([found], options);
          else yield found;
        }
        continue;
      }
      const opened = await openSource(source, limits, options.encoding);
      const format = named ?? detectFormat(opened.sample, opened.file);
      yield* format.read(opened, { ...options, limits });
    } catch (error) {
      yield { file: nameOf(source), line: 0, reason: sentence(error) };
    }
  }
}

function sentence(error: unknown): string {
  if (error instanceof UnreadableError) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return "There is no such file or folder.";
  if (code === "EACCES" || code === "EPERM") return "The file may not be read.";
  return `The file could not be read: ${error instanceof Error ? error.message : String(error)}.`;
}
