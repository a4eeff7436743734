import type { Database } from "./connection.ts";
import type { Store } from "./contract.ts";
import { openEmbedded } from "./database/embedded.ts";
import { openServer } from "./database/server.ts";
import { openSharedFolder } from "./database/sharedFolder.ts";
import { edits, imports, startImport } from "./log.ts";
import { migrate } from "./migrate.ts";
import { feeds, queueState } from "./read/feeds.ts";
import { article, existingIds, facets, list, pages } from "./read/articles.ts";
import { gaps } from "./read/gaps.ts";
import { counts } from "./read/counts.ts";
import { rollUps } from "./read/rollUps.ts";
import { summary } from "./read/summary.ts";
import { alikeTexts, sameText } from "./read/sameText.ts";
import { revision, terms } from "./read/terms.ts";
import { weekly } from "./read/weekly.ts";
import { articleValues } from "./read/articleValues.ts";
import { addArticles } from "./write/addArticles.ts";
import { addFeed, claimQueue, holdQueue, noteFeed, queueWanted, removeFeed, settleQueue } from "./write/feeds.ts";
import { keepTextKeys, settleRelations, stale, unrelated } from "./write/relations.ts";
import { editArticle, recode, removeArticle, undoImport } from "./write/changeArticles.ts";

/**
 * Opens the store and brings its tables up to date: a Postgres server where `databaseUrl` is set, else the embedded
 * database in `dataFolder`, shared between processes.
 * @throws StoreBusyError, StoreUnavailableError
 */
export async function openStore(at: { dataFolder: string; databaseUrl: string | null }): Promise<Store> {
  return storeOn(await (at.databaseUrl === null ? openSharedFolder(at.dataFolder) : openServer(at.databaseUrl)));
}

/** A store in memory, gone when closed; for trying things out and for tests. */
export async function openMemoryStore(): Promise<Store> {
  return storeOn(await openEmbedded());
}

/** A store on an open database, its tables brought up to date. */
export async function storeOn(db: Database): Promise<Store> {
  try {
    await migrate(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return {
    startImport: (source, at) => startImport(db, source, at),
    addArticles: (importId, batch, settled) => addArticles(db, importId, batch, settled),
    existingIds: (ids) => existingIds(db, ids),
    recode: (batch) => recode(db, batch),
    editArticle: (id, change, reason, at) => editArticle(db, id, change, reason, at),
    removeArticle: (id, at) => removeArticle(db, id, at),
    undoImport: (at) => undoImport(db, at),
    article: (id) => article(db, id),
    list: (filter) => list(db, filter),
    facets: (filter) => facets(db, filter),
    pages: (size) => pages(db, size),
    rollUps: (filter) => rollUps(db, filter),
    counts: (filter) => counts(db, filter),
    gaps: (filter) => gaps(db, filter),
    weekly: (groups, filter) => weekly(db, groups, filter),
    terms: (groups, filter) => terms(db, groups, filter),
    values: (members, filter) => articleValues(db, members, filter),
    revision: () => revision(db),
    summary: () => summary(db),
    imports: () => imports(db),
    edits: (id) => edits(db, id),
    unrelated: (most, importId) => unrelated(db, most, importId),
    stale: (most) => stale(db, most),
    keepTextKeys: (texts) => keepTextKeys(db, texts),
    alikeTexts: (ids, leastVotes) => alikeTexts(db, ids, leastVotes),
    settleRelations: (compared, links, judge) => settleRelations(db, compared, links, judge),
    sameText: (id) => sameText(db, id),
    feeds: () => feeds(db),
    addFeed: (feed) => addFeed(db, feed),
    removeFeed: (id) => removeFeed(db, id),
    noteFeed: (id, attempt, wanted) => noteFeed(db, id, attempt, wanted),
    queueWanted: (wanted) => queueWanted(db, wanted),
    claimQueue: (most, now, until) => claimQueue(db, most, now, until),
    holdQueue: (keys, until) => holdQueue(db, keys, until),
    settleQueue: (settlements) => settleQueue(db, settlements),
    queueState: () => queueState(db),
    close: () => db.close(),
  };
}
