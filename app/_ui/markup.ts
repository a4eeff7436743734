const HARMFUL = /[&<>"']/g;
const WRITTEN: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** HTML that may stand in a page as it is. Only `markup` makes it, so whatever was put in has been escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Put = string | number | Markup | readonly Markup[] | null | false | undefined;

function written(value: Put): string {
  if (typeof value === "string") return value.replace(HARMFUL, (harmful) => WRITTEN[harmful] ?? "");
  if (value instanceof Markup) return value.text;
  if (typeof value === "number") return String(value);
  return value ? value.map((each) => each.text).join("") : "";
}

/**
 * markup`<b title="${said}">${text}</b>`: one string where a component an element would cost a thousand times as much, on
 * the server and in the browser. Strings are escaped; attributes must stand in double quotes.
 */
export function markup(parts: TemplateStringsArray, ...values: readonly Put[]): Markup {
  let text = parts[0] ?? "";
  for (let at = 0; at < values.length; at += 1) text += written(values[at]) + (parts[at + 1] ?? "");
  return new Markup(text);
}
