"use server";
import { revalidatePath } from "next/cache";
import { context, feedNetwork } from "#app/_context.ts";
import { assertMayWrite } from "#app/_writing.ts";
import { addFeed, FeedError, importOpml, removeFeed, type AddedFeed } from "#lib/operations/feeds.ts";
import { FetchRefused } from "#lib/operations/network.ts";

/** What a form says after it was sent. */
export interface Answer {
  ok: boolean;
  said: string;
  /** Other feeds the page names. */
  others: string[];
}

/** Subscription lists are small; a larger file is something else. */
const LARGEST_LIST = 2_000_000;

const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};
const refused = (said: string): Answer => ({ ok: false, said, others: [] });

/** Follows the feed at an address, or the one its page names. */
export async function follow(_before: Answer | null, form: FormData): Promise<Answer> {
  await assertMayWrite();
  const address = field(form, "address");
  if (address === "") return refused("Give the address of a feed or of a site.");
  try {
    const outlet = field(form, "outlet");
    const added = await addFeed(await context(), feedNetwork(), { address, outlet: outlet === "" ? null : outlet });
    revalidatePath("/feeds");
    return { ok: true, said: told(added), others: added.others };
  } catch (error) {
    if (error instanceof FeedError || error instanceof FetchRefused) return refused(error.message);
    if (error instanceof TypeError) return refused("This is no web address. It looks like https://example.org/feed");
    throw error;
  }
}

function told({ title, address, entries, added }: AddedFeed): string {
  const name = title ?? address;
  return added
    ? `“${name}” is followed now: ${entries} ${entries === 1 ? "entry" : "entries"} at the moment. Collect to fetch them.`
    : `“${name}” was followed already.`;
}

/** Follows every feed of a subscription list (OPML). */
export async function followList(_before: Answer | null, form: FormData): Promise<Answer> {
  await assertMayWrite();
  const file = form.get("list");
  if (!(file instanceof File) || file.size === 0) return refused("Choose an OPML file.");
  if (file.size > LARGEST_LIST) return refused("This file is too large for a subscription list.");
  try {
    const { added, known } = await importOpml(await context(), await file.text());
    revalidatePath("/feeds");
    if (added + known === 0) return refused("The file names no feeds.");
    return { ok: true, said: `${added} feeds are followed now, ${known} were already.`, others: [] };
  } catch (error) {
    if (error instanceof FeedError) return refused(error.message);
    throw error;
  }
}

/** Stops following a feed; its articles stay. */
export async function unfollow(id: string): Promise<void> {
  await assertMayWrite();
  await removeFeed(await context(), id);
  revalidatePath("/feeds");
}
