import { markup, type Markup } from "./markup.ts";
import { KINDS, type Mark } from "./marks.ts";
import { unpackVoices, type ReaderData } from "./readerData.ts";
import { paragraphs, type Segment } from "./segments.ts";

/** The underline of a kind; weak where all its marks on these words are. */
function lineOf(kind: Mark["kind"], marks: readonly Mark[]): string {
  const weak = marks.every((mark) => mark.kind !== kind || mark.weak);
  return `mark mark-${kind}${weak ? " weak" : ""}`;
}

/** Underlines of several kinds nest, each at its own distance, so overlapping tags all stay visible. */
function underlined(kinds: readonly Mark["kind"][], marks: readonly Mark[], text: string): Markup {
  return kinds.reduce((inner, kind) => markup`<span class="${lineOf(kind, marks)}">${inner}</span>`, markup`${text}`);
}

const ids = (marks: readonly Mark[]): string => marks.map((mark) => mark.id).join(" ");

/** Unmarked own words stand bare; the first mark that begins here lends the stretch its anchor. */
function stretch({ text, voice, whose, marks, begins }: Segment): Markup {
  if (marks.length === 0) {
    return voice === "own"
      ? markup`${text}`
      : markup`<span class="voice voice-${voice}" title="${whose}">${text}</span>`;
  }
  const [first = "frame", ...more] = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  const said = voice === "own" ? "" : `voice voice-${voice} `;
  const anchors = begins.slice(1).map((mark) => markup`<i id="mark-${mark.id}" class="anchor"></i>`);
  const anchor = begins[0] ? markup` id="mark-${begins[0].id}" data-begins="${ids(begins)}"` : null;
  return markup`${anchors}<span class="${said}has-marks ${lineOf(first, marks)}"${anchor} data-marks="${ids(marks)}">${underlined(more, marks, text)}</span>`;
}

/** An article's title and text with voices shaded and every piece of evidence underlined and anchored (#mark-m3). */
export function markedText(data: ReaderData, marks: readonly Mark[]): Markup {
  const voices = unpackVoices(data);
  const part = (of: "title" | "text", look: string): Markup[] =>
    paragraphs(of, data[of], marks, voices).map((each) => markup`<p class="${look}">${each.map(stretch)}</p>`);
  return markup`${part("title", "reader-title")}${part("text", "reader-p")}`;
}
