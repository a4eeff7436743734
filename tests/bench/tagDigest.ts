import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { loadCodebook } from "#lib/codebook/loadCodebook.ts";
import { createTagger } from "#lib/tag/tagArticle.ts";
import { benchArticles, benchSources } from "./articles.ts";

/**
 * Prints one digest of the codings of `count` articles: work on speed must leave it as it was.
 * `npx tsx tests/bench/tagDigest.ts 200 [file]`; a file gets one coding a line, to see where two versions part.
 */
const [count = "200", file] = process.argv.slice(2);
const tag = createTagger(loadCodebook(null));
const lines = (await benchArticles(Number(count))).map((article) =>
  JSON.stringify(tag(article, { textHash: "", at: "" })),
);
if (file) writeFileSync(file, `${lines.join("\n")}\n`);
const digest = createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
process.stdout.write(`${digest}  codings of ${lines.length} articles of ${benchSources().name}\n`);
