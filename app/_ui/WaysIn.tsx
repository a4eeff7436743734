const CARDS = [
  [
    "/charts/frames",
    "Frames by side",
    "Is it told as security, economy, law, suffering? Share of articles with each frame.",
  ],
  ["/charts/voices", "Voices", "Who gets to speak: the outlet itself, Russian, Ukrainian, Western speakers, others."],
  ["/charts/stance", "Stance", "How favourably each side speaks of whom and what, quotations set aside."],
  ["/articles", "Articles", "Read one report with every tag marked where it was earned."],
  ["/codebook", "Codebook", "What each tag means, which words earn it, and what is still unverified."],
  ["/import", "Import", "Add articles of your own; they stay on this computer."],
] as const;

export function WaysIn() {
  return (
    <ul className="cards">
      {CARDS.map(([href, title, says]) => (
        <li key={href}>
          <a href={href}>
            <strong>{title}</strong>
            <span>{says}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
