import type { ReactNode } from "react";
import type { Article } from "#lib/domain/article.ts";
import type { VoiceSegment } from "#lib/domain/tags.ts";
import { KINDS, type Mark } from "./marks.ts";
import { paragraphs, type Segment } from "./segments.ts";

/** Underlines of several kinds nest, each at its own distance, so overlapping tags all stay visible. */
function underlined(segment: Segment): ReactNode {
  return KINDS.filter((kind) => segment.marks.some((mark) => mark.kind === kind)).reduce<ReactNode>(
    (inner, kind) => <span className={`mark mark-${kind}`}>{inner}</span>,
    segment.text,
  );
}

function Stretch({ segment }: { segment: Segment }) {
  const marked = segment.marks.length > 0;
  return (
    <>
      {segment.begins.map((mark) => (
        <span key={mark.id} id={`mark-${mark.id}`} className="anchor" />
      ))}
      <span
        className={`voice voice-${segment.voice}${marked ? " has-marks" : ""}`}
        {...(segment.voice === "own" ? {} : { title: segment.whose })}
        {...(marked
          ? {
              "data-marks": segment.marks.map((mark) => mark.id).join(" "),
              "data-begins": segment.begins.map((mark) => mark.id).join(" "),
              tabIndex: -1,
            }
          : {})}
      >
        {underlined(segment)}
      </span>
    </>
  );
}

/** An article's title and text with voices shaded and every piece of evidence underlined and anchored (#mark-m3). */
export function MarkedText({
  article,
  marks,
  voices,
}: {
  article: Pick<Article, "title" | "text">;
  marks: readonly Mark[];
  voices: readonly VoiceSegment[];
}) {
  const title = paragraphs("title", article.title, marks, voices);
  const text = paragraphs("text", article.text, marks, voices);
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
