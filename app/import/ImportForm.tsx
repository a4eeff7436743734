"use client";
import { useRouter } from "next/navigation";
import { useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import type { ImportPreview, ImportReport } from "#lib/domain/import.ts";
import { count } from "#app/_ui/words.ts";
import { GivenFields, type Choices } from "./GivenFields.tsx";
import { Preview } from "./Preview.tsx";
import { Report } from "./Report.tsx";
import { sendImport, sendPreview } from "./send.ts";
import { WAYS } from "./ways.tsx";

type Stage =
  | { at: "form"; problem?: string }
  | { at: "reading" }
  | { at: "preview"; preview: ImportPreview; form: FormData; problem?: string }
  | { at: "storing"; rows: number; of: number }
  | { at: "done"; report: ImportReport };

/** Form, preview, import, report. The form's data is kept and sent again unchanged, so what was shown is what is stored. */
export function ImportForm({ allowed, ...choices }: Choices & { allowed: boolean }) {
  const router = useRouter();
  const [way, setWay] = useState(WAYS[0].id);
  const [stage, setStage] = useState<Stage>({ at: "form" });
  const [entry, setEntry] = useState(0);
  const outcome = useRef<HTMLDivElement>(null);
  const show = (next: Stage): void => {
    setStage(next);
    requestAnimationFrame(() => outcome.current?.focus());
  };

  const preview = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setStage({ at: "reading" });
    const said = await sendPreview(form);
    show("problem" in said ? { at: "form", problem: said.problem } : { at: "preview", preview: said, form });
  };
  const store = async (shown: ImportPreview, form: FormData): Promise<void> => {
    setStage({ at: "storing", rows: 0, of: shown.read });
    const said = await sendImport(form, (rows) => setStage({ at: "storing", rows, of: shown.read }));
    show(
      "problem" in said ? { at: "preview", preview: shown, form, problem: said.problem } : { at: "done", report: said },
    );
    if (!("problem" in said)) router.refresh();
  };
  const again = (): void => {
    setEntry(entry + 1);
    setStage({ at: "form" });
    router.refresh();
  };
  const arrows = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    const next = WAYS[(WAYS.findIndex((each) => each.id === way) + by + WAYS.length) % WAYS.length];
    if (!next) return;
    setWay(next.id);
    document.getElementById(`way-${next.id}`)?.focus();
  };

  const busy = stage.at === "reading" || stage.at === "storing";
  return (
    <>
      {stage.at === "done" ? null : (
        <form key={entry} onSubmit={(event) => void preview(event)} aria-label="Articles to import">
          <div className="tabs" role="tablist" aria-label="Ways to give articles">
            {WAYS.map(({ id, label }) => (
              <button
                key={id}
                id={`way-${id}`}
                type="button"
                role="tab"
                aria-selected={way === id}
                aria-controls={`fields-${id}`}
                tabIndex={way === id ? 0 : -1}
                onClick={() => setWay(id)}
                onKeyDown={arrows}
              >
                {label}
              </button>
            ))}
          </div>
          {WAYS.map(({ id, fields }) =>
            way === id ? (
              <div key={id} id={`fields-${id}`} role="tabpanel" aria-labelledby={`way-${id}`} className="way">
                {fields()}
              </div>
            ) : null,
          )}
          <GivenFields {...choices} />
          <div className="actions">
            <button type="submit" disabled={busy || !allowed}>
              {stage.at === "reading" ? "Reading …" : "Show what is recognised"}
            </button>
            <span className="quiet">Nothing is stored yet.</span>
          </div>
        </form>
      )}
      <div ref={outcome} tabIndex={-1} className="outcome" aria-live="polite">
        {"problem" in stage && stage.problem ? (
          <div className="problem" role="alert">
            <p>{stage.problem}</p>
          </div>
        ) : null}
        {stage.at === "preview" ? (
          <Preview preview={stage.preview} onStore={() => void store(stage.preview, stage.form)} />
        ) : null}
        {stage.at === "storing" ? (
          <p>
            <progress value={stage.rows} max={Math.max(1, stage.of)} aria-label="Import" /> Tagging and storing:{" "}
            {stage.rows.toLocaleString("en")} of {count(stage.of, "article")} …
          </p>
        ) : null}
        {stage.at === "done" ? <Report report={stage.report} onAgain={again} /> : null}
      </div>
    </>
  );
}
