"use client";

/** Articles by their addresses. */
export function WebWay() {
  return (
    <label>
      Addresses
      <textarea name="addresses" rows={5} placeholder="https://…" spellCheck={false} />
      <span className="hint">
        One a line, up to 50. Parallax reads each page once, slowly and only where robots.txt allows it; pages behind a
        paywall can be saved in your browser and given as files.
      </span>
    </label>
  );
}
