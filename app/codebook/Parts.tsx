const PARTS = [
  ["/codebook", "Frames"],
  ["/codebook/targets", "Stance"],
  ["/codebook/wording", "Naming"],
  ["/codebook/loaded", "Loaded words"],
  ["/codebook/actors", "Speakers"],
] as const;

/** The rooms of the codebook. */
export function Parts({ here }: { here: string }) {
  return (
    <nav aria-label="Parts of the codebook">
      <ul className="menu parts">
        {PARTS.map(([href, label]) => (
          <li key={href}>
            <a href={href} aria-current={href === here ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
        <li>
          <a href="/outlets">Outlets</a>
        </li>
      </ul>
    </nav>
  );
}
