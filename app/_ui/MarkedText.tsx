"use client";
import type { ReactNode } from "react";
import { KINDS, type Mark } from "./marks.ts";
import { unpackVoices, type ReaderData } from "./readerData.ts";
import { paragraphs, type Segment } from "./segments.ts";

/** The underline of a kind; weak where all its marks on these words are. */
function lineOf(kind: Mark["kind"], marks: readonly Mark[]): string {
  const weak = marks.every((mark) => mark.kind !== kind || mark.weak);
  return `mark mark-${kind}${weak ? " weak" : ""}`;
}

/** Underlines of several kinds nest, each at its own distance, so overlapping tags all stay visible. */
function underlined(kinds: readonly Mark["kind"][], marks: readonly Mark[], text: string): ReactNode {
  return kinds.reduce<ReactNode>((inner, kind) => <span className={lineOf(kind, marks)}>{inner}</span>, text);
}

const ids = (marks: readonly Mark[]): string => marks.map((mark) => mark.id).join(" ");

/** Unmarked own words stand bare; the first mark that begins here lends the stretch its anchor. */
function Stretch({ segment: { text, voice, whose, marks, begins } }: { segment: Segment }) {
  if (marks.length === 0) {
    return voice === "own" ? (
      text
    ) : (
      <span className={`voice voice-${voice}`} title={whose}>
        {text}
      </span>
    );
  }
  const [first = "frame", ...more] = KINDS.filter((kind) => marks.some((mark) => mark.kind === kind));
  const said = voice === "own" ? "" : `voice voice-${voice} `;
  return (
    <>
      {begins.slice(1).map((mark) => (
        <i key={mark.id} id={`mark-${mark.id}`} className="anchor" />
      ))}
      <span
        className={`${said}has-marks ${lineOf(first, marks)}`}
        {...(begins[0] ? { id: `mark-${begins[0].id}`, "data-begins": ids(begins) } : {})}
        data-marks={ids(marks)}
      >
        {underlined(more, marks, text)}
      </span>
    </>
  );
}

/** An article's title and text with voices shaded and every piece of evidence underlined and anchored (#mark-m3). */
export function MarkedText({ data, marks }: { data: ReaderData; marks: readonly Mark[] }) {
  const voices = unpackVoices(data);
  const title = paragraphs("title", data.title, marks, voices);
  const text = paragraphs("text", data.text, marks, voices);
  return (
    <>
      {[...title.map((each) => ({ each, of: "title" })), ...text.map((each) => ({ each, of: "text" }))].map(
        ({ each, of }) => (
          <p key={`${of}${each[0]?.start ?? 0}`} className={of === "title" ? "reader-title" : "reader-p"}>
            {each.map((segment) => (
              <Stretch key={segment.start} segment={segment} />
            ))}
          </p>
        ),
      )}
    </>
  );
}
