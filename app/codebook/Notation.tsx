/** How the phrases listed on a page are to be read. */
export function Notation() {
  return (
    <span>
      <code>*</code> any ending; <code>(a | b)</code> either; <code>...</code> a few words between; <code>@x</code> any
      actor.
    </span>
  );
}
