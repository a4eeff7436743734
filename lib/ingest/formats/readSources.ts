import { defaultLimits, UnreadableError, type ReadItem, type ReadOptions } from "./format.ts";
import { detectFormat, formats } from "./formats.ts";
import { nameOf, openSource, type Source } from "./source.ts";
import { isFolder, walk, whyUnread } from "./walk.ts";

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
    let found = 0;
    let without = "There is no article in this file.";
    try {
      if (typeof source === "string" && source !== "-" && (await isFolder(source))) {
        without = NOTHING_IN_FOLDER;
        for await (const each of walk(source)) {
          if (typeof each === "string" || each.cause !== "about") found++;
          if (typeof each === "string") yield* readSources([each], options);
          else yield each;
        }
      } else {
        const opened = await openSource(source, limits, options.encoding);
        const format = named ?? detectFormat(opened.sample, opened.file);
        for await (const item of format.read(opened, { ...options, limits })) {
          found++;
          yield item;
        }
      }
      if (found === 0) yield { file: nameOf(source), line: 0, reason: without };
    } catch (error) {
      yield { file: nameOf(source), line: 0, reason: whyUnread(error) };
    }
  }
}

const NOTHING_IN_FOLDER =
  "The folder holds no file that can be imported. Text, Markdown, HTML, CSV, JSON, JSON Lines and lists of addresses (.urls) can.";
