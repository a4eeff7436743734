import type { FeedRow } from "#lib/domain/feed.ts";
import { count } from "#app/_ui/words.ts";
import { unfollow } from "./actions.ts";
import { RemoveFeed } from "./RemoveFeed.tsx";

/** "2026-03-04 10:15 UTC"; the seconds help nobody. */
const at = (time: string): string => `${time.slice(0, 16).replace("T", " ")} UTC`;

function State({ feed, now }: { feed: FeedRow; now: string }) {
  const { succeededAt, error, failures, nextAt } = feed;
  return (
    <>
      <p>{succeededAt ? `Last success ${at(succeededAt)}` : "Never reached yet"}</p>
      {error ? (
        <p className="problem">
          {error.replace(/\.?$/, ".")} {failures > 1 ? `Failed ${failures} times in a row.` : "Failed once."}
        </p>
      ) : null}
      <p className="quiet">
        {nextAt && nextAt > now ? `Next try ${at(nextAt)} at the earliest` : "Asked at the next collection"}
      </p>
    </>
  );
}

function Found({ feed }: { feed: FeedRow }) {
  const parts = [
    [feed.stored, "stored"],
    [feed.headlineOnly, "headline only"],
    [feed.refused, "could not be had"],
    [feed.waiting, "waiting"],
  ] as const;
  return (
    <>
      <p>{count(feed.found, "article")} found</p>
      <p className="quiet">
        {parts
          .filter(([n]) => n > 0)
          .map(([n, what]) => `${n.toLocaleString("en")} ${what}`)
          .join(", ")}
      </p>
    </>
  );
}

/** Followed feeds with what became of them. On narrow screens every feed is a block of its own. */
export function FeedList({ feeds, allowed, now }: { feeds: readonly FeedRow[]; allowed: boolean; now: string }) {
  return (
    <section aria-labelledby="followed">
      <h2 id="followed">{count(feeds.length, "feed")} followed</h2>
      <ul className="list feeds">
        {feeds.map((feed) => (
          <li key={feed.id} className="feed">
            <div className="feed-name">
              <p>
                <strong>{feed.title ?? "Untitled feed"}</strong>
              </p>
              <p className="quiet feed-address">{feed.address}</p>
              {feed.outlet ? <p className="quiet">Articles placed under {feed.outlet}</p> : null}
            </div>
            <div>
              <State feed={feed} now={now} />
            </div>
            <div>
              <Found feed={feed} />
            </div>
            {allowed ? <RemoveFeed action={unfollow.bind(null, feed.id)} name={feed.title ?? feed.address} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
