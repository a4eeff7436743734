// A thread that reads large or slow pages: registers the TypeScript loader, then reads one page at a time.
import { register } from "tsx/esm/api";

register();
const { extractPage } = await import("./extractPage.ts");
const { noteThread } = await import("./threadTime.ts");
export default ({ html, url, thread, wait }) => {
  noteThread(thread);
  return extractPage(html, url, wait);
};
