import "./feeds.css";
import type { Metadata } from "next";
import { codebook, store } from "#app/_database.ts";
import { Notice } from "#app/_ui/Notice.tsx";
import { mayWrite } from "#app/_writing.ts";
import { AddFeed } from "./AddFeed.tsx";
import { Collect } from "./Collect.tsx";
import { FeedList } from "./FeedList.tsx";
import { ListForm } from "./ListForm.tsx";

export const metadata: Metadata = { title: "Sources" };

export default async function FeedsPage() {
  const db = await store();
  const [feeds, queue, allowed] = await Promise.all([db.feeds(), db.queueState(), mayWrite()]);
  return (
    <>
      <h1>Sources</h1>
      <p className="lead">
        Follow the feeds of outlets. Collecting fetches what is new, politely and never twice; what may not be fetched
        is kept as a headline.
      </p>
      {allowed ? null : (
        <Notice title="Read-only.">
          From this device nothing can be changed. <a href="/passphrase">Enter the passphrase</a> of this dashboard to
          write.
        </Notice>
      )}
      <AddFeed allowed={allowed} outlets={codebook().outlets.map(({ name }) => name)} />
      {feeds.length === 0 ? (
        <div className="empty feeds-empty">
          <p>
            <strong>No feed is followed yet.</strong> Put in the address of an outlet’s site: the page usually names its
            feed. <a href="/outlets">The outlet pages</a> list feeds that were looked up.
          </p>
          <p>
            From another reader, bring your subscriptions as an OPML file below. For single reports,{" "}
            <a href="/import">import their addresses</a>.
          </p>
        </div>
      ) : (
        <>
          <Collect allowed={allowed} waiting={queue.waiting} feeds={feeds.length} />
          <FeedList feeds={feeds} allowed={allowed} now={new Date().toISOString()} />
        </>
      )}
      <ListForm allowed={allowed} any={feeds.length > 0} />
    </>
  );
}
