import { codebook, store } from "#app/_database.ts";
import { sideLook } from "#app/_ui/SideMark.tsx";
import { count, sideLabel } from "#app/_ui/words.ts";
import { SHARES_FROM } from "#lib/compare/ladder.ts";
import { sayInterval, sayValue } from "#lib/chart/sentences.ts";
import type { Outlet } from "#lib/domain/codebook.ts";
import type { CorpusSummary } from "#lib/store/contract.ts";
import { LEAST, profileParts, type Point, type ProfilePart, type ProfileRow } from "./profileRows.ts";

function Strip({ row, scale, family }: { row: ProfileRow; scale: ProfilePart["scale"]; family: string }) {
  const x = (value: number): number => 6 + 288 * (scale === "score" ? (value + 1) / 2 : value);
  const diamond = (at: number, s: number): string => `M${at} ${14 - s}l${s} ${s}l${-s} ${s}l${-s} ${-s}z`;
  const mark = (point: Point, size: number, className: string) =>
    family === "russian" ? (
      <path key={point.outlet} className={className} d={diamond(x(point.mean), size * 1.2)} />
    ) : (
      <circle key={point.outlet} className={className} cx={x(point.mean)} cy="14" r={size} />
    );
  return (
    <svg className={`profile-strip side-${family}`} viewBox="0 0 300 28" aria-hidden="true">
      <line className="profile-axis" x1="6" x2="294" y1="14" y2="14" />
      {scale === "score" ? <line className="profile-axis" x1="150" x2="150" y1="7" y2="21" /> : null}
      {row.peers.map((peer) => mark(peer, 4, "profile-peer"))}
      {row.own?.interval ? (
        <line className="profile-interval" x1={x(row.own.interval[0])} x2={x(row.own.interval[1])} y1="14" y2="14" />
      ) : null}
      {row.own && row.own.n >= LEAST
        ? mark(row.own, 6, row.own.interval ? "profile-own" : "profile-own profile-few")
        : null}
    </svg>
  );
}

function Part({ part, family }: { part: ProfilePart; family: string }) {
  /** Under thirty articles there is no percentage and no score. */
  const own = (point: Point): string => {
    if (point.n < LEAST) return `too few (n ${point.n})`;
    if (!point.interval) return part.scale === "share" ? `${point.k} of ${point.n}` : `n ${point.n}`;
    return `${sayValue(point.mean, part.scale)} (${sayInterval(point.interval, part.scale)}; n ${point.n.toLocaleString("en")})`;
  };
  const range = (row: ProfileRow): string => {
    const told = row.peers.filter(({ interval }) => interval !== null);
    if (told.length === 0) return "–";
    const means = told.map(({ mean }) => mean);
    const low = sayValue(Math.min(...means), part.scale);
    const high = sayValue(Math.max(...means), part.scale);
    return `${told.length === 1 ? low : `${low} to ${high}`} (${count(told.length, "outlet")})`;
  };
  return (
    <>
      <h3>{part.title}</h3>
      <div className="scroll" role="region" aria-label={part.title} tabIndex={0}>
        <table className="profile">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">{part.scale === "score" ? "against to for" : "0 to 100 %"}</th>
              <th scope="col">This outlet, 95 %</th>
              <th scope="col">Others of its side</th>
            </tr>
          </thead>
          <tbody>
            {part.rows.map((row) => (
              <tr key={row.target}>
                <th scope="row">{row.label}</th>
                <td>
                  <Strip row={row} scale={part.scale} family={family} />
                </td>
                <td className="num">{row.own === null ? "–" : own(row.own)}</td>
                <td className="num">{range(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** An outlet over all measures as a dot among the outlets of its side. A profile, never a score. */
export async function Profile({ outlet, summary }: { outlet: Outlet; summary: CorpusSummary }) {
  const mine = summary.outlets.filter((each) => each.outlet === outlet.id && each.side === outlet.side);
  const articles = mine.reduce((sum, each) => sum + each.articles, 0);
  if (articles === 0) return null;
  if (articles < LEAST) {
    return (
      <section aria-labelledby="profile">
        <h2 id="profile">Profile</h2>
        <p className="empty">
          {count(articles, "article")}: too few to draw. From {LEAST} articles on the outlet stands here as a dot among
          the others of its side.
        </p>
      </section>
    );
  }
  const db = await store();
  const common = { sides: [outlet.side], teaching: outlet.teaching } as const;
  const [frame, stance, voiceShare] = await Promise.all([
    db.rollUps({ ...common, measure: "frame", voice: "own" }),
    db.rollUps({ ...common, measure: "stance", voice: "own" }),
    db.rollUps({ ...common, measure: "voice_share", voice: "all" }),
  ]);
  const parts = profileParts(codebook(), outlet, { frame, stance, voice_share: voiceShare });
  const peers =
    new Set(summary.outlets.filter((each) => each.side === outlet.side).map((each) => each.outlet)).size - 1;
  const { family } = sideLook(outlet.side);
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">Profile</h2>
      <p>
        Large: {outlet.name}, {count(articles, "article")}. Small and faint: {count(peers, "other outlet")} of the side{" "}
        {sideLabel(outlet.side)}, each on its own. The line is a 95 % interval over its articles; a hollow mark stands
        on fewer than {SHARES_FROM} articles, and under {LEAST} there is none. Outlets report different events, so a
        distance here may be the events and not the telling. The measures are not added up: there is no overall score.
      </p>
      {parts.map((part) => (part.rows.length > 0 ? <Part key={part.measure} part={part} family={family} /> : null))}
    </section>
  );
}
