import { ArrowRight } from "lucide-react";
import { definitions } from "#lib/chart/definitions/index.ts";

/** Charts the overview offers by their question; all are under /charts. */
const FIRST = ["frames", "stance", "naming", "voices"];

const CARDS = [
  ["/articles", "Read one report", "Every tag marked in the words that earned it, and whose words they are."],
  ["/compare", "Put two reports side by side", "Choose an event, then one article of each side."],
  ["/codebook", "What does a tag mean?", "Definitions, the words that count, and what is still unverified."],
  ["/import", "Add articles of your own", "Paste or upload; they stay on this computer."],
] as const;

export function WaysIn() {
  const charts = FIRST.flatMap((slug) => definitions.get(slug) ?? []);
  return (
    <>
      <ul className="questions">
        {charts.map(({ slug, question }) => (
          <li key={slug}>
            <a href={`/charts/${slug}`}>
              {question} <ArrowRight size={18} aria-hidden="true" />
            </a>
          </li>
        ))}
        <li>
          <a href="/charts">
            All {definitions.size} charts <ArrowRight size={18} aria-hidden="true" />
          </a>
        </li>
      </ul>
      <ul className="cards cards-four">
        {CARDS.map(([href, title, says]) => (
          <li key={href}>
            <a href={href}>
              <strong>{title}</strong>
              <span>{says}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
