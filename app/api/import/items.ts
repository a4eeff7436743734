import "server-only";
import { network } from "#app/_context.ts";
import { uploadItems } from "#lib/operations/uploadItems.ts";
import { MOST_ADDRESSES, type Upload } from "./request.ts";

/** The records of an upload: its files read, its addresses fetched. */
export const itemsOf = ({ sources, addresses, format }: Upload) =>
  uploadItems({
    sources,
    addresses,
    network: network(),
    most: MOST_ADDRESSES,
    ...(format ? { read: { format } } : {}),
  });
