import type { Command } from "commander";
import { withContext } from "#lib/cli/context.ts";
import { print, UsageError } from "#lib/cli/output.ts";
import { standingLines } from "#lib/cli/standing.ts";
import { openingWords } from "#lib/domain/openingWords.ts";
import type { Tag } from "#lib/domain/tags.ts";
import type { EditRow, StoredArticle } from "#lib/store/contract.ts";

/** `parallax show <id>`: text, tags with their words, and what people changed. */
export function addShowCommand(program: Command): void {
  program
    .command("show")
    .description("Shows one article with its tags and the words that earned them.")
    .argument("<id>", "an article's id, as list prints it")
    .option("--json", "as JSON: article, coding, edits")
    .action(async (id: string, { json }: { json?: boolean }) => {
      await withContext(async ({ store }) => {
        const found = await store.article(id);
        if (!found) throw new UsageError(`There is no article ${id}. "parallax list" shows the ids.`);
        const edits = await store.edits(id);
        const { article, coding, importId } = found;
        print(json === true, { article, coding, edits, importId }, () => lines(found, edits));
      });
    });
}

function lines({ article, coding }: StoredArticle, edits: EditRow[]): string[] {
  const facts = [article.outletName ?? "outlet not known", article.date?.day ?? "undated", article.event ?? "no event"];
  return [
    article.title || `No title: “${openingWords(article.text)} …”`,
    facts.join(" · "),
    `Side: ${article.side}. ${article.sideReason}`,
    ...(article.assumed.length > 0 ? [`Nobody stated, so assumed: ${article.assumed.join(", ")}.`] : []),
    ...standingLines(article),
    "",
    article.text,
    "",
    `Tags (codebook ${coding.codebookVersion}, tagger ${coding.taggerVersion}):`,
    ...coding.tags.flatMap(tagLines),
    ...edits.map((edit) => `${edit.at}: ${edit.field} "${edit.before ?? ""}" → "${edit.after ?? ""}" (${edit.reason})`),
  ];
}

function tagLines(tag: Tag): string[] {
  const words = tag.evidence.map(({ span, exact }) => `    ${span.in} ${span.start}–${span.end}: ${exact}`);
  return [`  ${heading(tag)}`, ...words];
}

function heading(tag: Tag): string {
  switch (tag.kind) {
    case "frame":
      return `frame ${tag.frame}: ${tag.present ? "present" : "not present"}, probability ${tag.probability.toFixed(2)}`;
    case "stance":
      return `stance to ${tag.target}: own words ${tag.own.label} (${tag.own.score.toFixed(2)}), all ${tag.all.label}`;
    case "role":
      return `role of ${tag.target}: ${tag.role}`;
    default:
      return `${tag.kind} ${"row" in tag ? `${tag.row}: ${tag.label} (${tag.choice})` : ""}`;
  }
}
