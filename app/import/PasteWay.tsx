"use client";

/** One article by hand. */
export function PasteWay() {
  return (
    <>
      <label>
        Headline
        <input name="title" autoComplete="off" />
        <span className="hint">Left empty, a first line that looks like a headline is taken.</span>
      </label>
      <label>
        Text
        <textarea name="text" rows={12} />
      </label>
    </>
  );
}
