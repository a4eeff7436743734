"use client";
import type { Rejected } from "#lib/domain/import.ts";

/** Rows as file:line: reason, as the command line prints them. */
export function Refused({ title, rows, total }: { title: string; rows: readonly Rejected[]; total: number }) {
  if (total === 0) return null;
  return (
    <details open={total <= 5}>
      <summary>
        {title}: {total.toLocaleString("en")}
      </summary>
      <ul className="refused" tabIndex={0} aria-label={title}>
        {rows.map(({ file, line, reason }) => (
          <li key={`${file}:${line}:${reason}`}>
            {file}:{line}: {reason}
          </li>
        ))}
        {total > rows.length ? <li>… {(total - rows.length).toLocaleString("en")} more</li> : null}
      </ul>
    </details>
  );
}
