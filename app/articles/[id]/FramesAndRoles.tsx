import type { Codebook } from "#lib/domain/codebook.ts";
import type { Coding } from "#lib/domain/coding.ts";
import type { FrameTag, RoleTag } from "#lib/domain/tags.ts";
import { targetLabel } from "#app/_ui/marks.ts";
import { count, sentencesWith } from "#app/_ui/words.ts";

const ROLE_WORDS = { protagonist: "as protagonist", antagonist: "as antagonist", innocent: "as innocent" } as const;

function Frames({ codebook, coding, frames }: { codebook: Codebook; coding: Coding; frames: readonly FrameTag[] }) {
  return (
    <ul>
      {frames
        .toSorted((a, b) => b.salience - a.salience)
        .map((tag) => (
          <li key={tag.frame}>
            <a href={`/codebook/frames/${tag.frame}`}>
              {codebook.frames.find(({ id }) => id === tag.frame)?.label ?? tag.frame}
            </a>{" "}
            <span className="quiet">
              {sentencesWith(tag, coding)}, {count(tag.evidence.length, "place")}
            </span>
          </li>
        ))}
    </ul>
  );
}

/** Which frames the article has, whose words carry them, and who plays which part. */
export function FramesAndRoles({ codebook, coding }: { codebook: Codebook; coding: Coding }) {
  const frames = coding.tags.filter((tag): tag is FrameTag => tag.kind === "frame");
  const roles = coding.tags.filter((tag): tag is RoleTag => tag.kind === "role");
  const own = frames.filter((tag) => tag.presentOwn);
  const quoted = frames.filter((tag) => tag.present && !tag.presentOwn);
  const few = frames.filter((tag) => !tag.present);
  return (
    <section aria-labelledby="frames">
      <h2 id="frames">How it is framed</h2>
      {own.length + quoted.length === 0 ? <p className="empty">No frame of the codebook is met often enough.</p> : null}
      <div className="twins">
        <div>
          {own.length > 0 ? (
            <>
              <h3>In the outlet’s own words</h3>
              <Frames codebook={codebook} coding={coding} frames={own} />
            </>
          ) : null}
          {quoted.length > 0 ? (
            <>
              <h3>In quoted words only</h3>
              <Frames codebook={codebook} coding={coding} frames={quoted} />
            </>
          ) : null}
        </div>
        <div>
          {roles.length > 0 ? (
            <>
              <h3>Parts</h3>
              <ul>
                {roles.map((tag) => (
                  <li key={`${tag.target}:${tag.role}`}>
                    {targetLabel(codebook, tag.target)} {ROLE_WORDS[tag.role]}{" "}
                    <span className="quiet">{count(tag.evidence.length, "place")}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {few.length > 0 ? (
            <>
              <h3>Some words, too few to count</h3>
              <p className="quiet">
                {few.map((tag) => codebook.frames.find(({ id }) => id === tag.frame)?.label ?? tag.frame).join(", ")}
              </p>
            </>
          ) : null}
        </div>
      </div>
    </section>
  );
}
