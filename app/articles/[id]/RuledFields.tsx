"use client";

/** What people ruled on an article's versions and wire copy; "auto" where Parallax tells by itself. */
export interface RuledValues {
  wire: string;
  origin: string;
  /** Texts of the same outlet that share words, or were ruled on. */
  versions: { id: string; title: string; value: string }[];
}

/** The part of the form that rules on the same text elsewhere. */
export function RuledFields({ values: { wire, origin, versions } }: { values: RuledValues }) {
  return (
    <>
      <label>
        Whose report
        <select name="wire" defaultValue={wire}>
          <option value="auto">As Parallax tells</option>
          <option value="own">A report of its own</option>
          <option value="copy">Wire copy</option>
        </select>
      </label>
      <label>
        Copied from
        <input name="origin" defaultValue={origin} autoComplete="off" />
        <span className="hint">Who wrote it, if it is wire copy; may stay empty.</span>
      </label>
      {versions.map(({ id, title, value }) => (
        <label key={id}>
          Version of “{title}”
          <select name={`version-${id}`} defaultValue={value}>
            <option value="auto">As Parallax tells</option>
            <option value="same">A version of it</option>
            <option value="apart">No version of it</option>
          </select>
        </label>
      ))}
    </>
  );
}

/** The values as the form's fields name them. */
export const ruledNames = ({ wire, origin, versions }: RuledValues): Record<string, string> => ({
  wire,
  origin,
  ...Object.fromEntries(versions.map(({ id, value }) => [`version-${id}`, value])),
});
