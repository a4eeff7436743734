/** Lines of a text as it streams, without their ends, 1-based. `line` is null where one is longer than `limit`. */
export async function* linesOf(
  chunks: AsyncIterable<string>,
  limit: number,
): AsyncIterable<{ n: number; line: string | null }> {
  let n = 0;
  let rest: string[] = [];
  let length = 0;
  let over = false;
  const flush = (): { n: number; line: string | null } => {
    const line = over ? null : rest.join("").replace(/\r$/, "");
    rest = [];
    length = 0;
    over = false;
    n += 1;
    return { n, line };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", from)) {
      add(chunk.slice(from, at));
      yield flush();
      from = at + 1;
    }
    add(chunk.slice(from));
  }
  if (length > 0 || over) yield flush();

  function add(part: string): void {
    length += part.length;
    if (length > limit) {
      over = true;
      rest = [];
    } else if (part !== "") rest.push(part);
  }
}
