/** Pages that try to exhaust a reader, built when asked for; every one must end in a reason or a text. */
const P = "The bridge over the river was opened again on Monday after the repairs were done, the town hall said. ";
const page = (body: string, head = ""): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
const upTo = (bytes: number, part: string): string => part.repeat(Math.ceil(bytes / part.length));

export const hostilePages: Readonly<Record<string, () => string>> = {
  "10 MB of nested elements": () => page(upTo(10e6, "<div>")),
  "nested elements just within the limit": () => page(`${"<div>".repeat(590)}<p>${upTo(2e6, P)}</p>`),
  "a million links": () => page(Array.from({ length: 1e6 }, (_, i) => `<a href=${i}>x</a>`).join("")),
  "as many links as are let in": () =>
    page(Array.from({ length: 59_000 }, (_, i) => `<p><a href="/${i}">${P}</a>`).join("")),
  "an enormous attribute": () => page(`<div class="${upTo(11e6, "related ")}"><p>${P}</p></div>`),
  "very many attributes": () =>
    page(`<div ${Array.from({ length: 400_000 }, (_, i) => `a${i}="${i}"`).join(" ")}><p>${P}</p></div>`),
  "deep tables": () => page(upTo(3e6, "<table><tr><td>")),
  "tables as deep as are let in": () => page(`${"<table><tr><td>".repeat(150)}${`<p>${P}</p>`.repeat(9000)}`),
  "a text of 30 MB": () => page(`<p>${upTo(30e6, P)}</p>`),
  "a text of 11 MB without a space": () => page(`<p>${upTo(11e6, "x")}</p>`),
  "a text of 11 MB of spaces": () => page(`<p>a${upTo(11e6, " \n\t")}b</p>`),
  "open tags without an end": () => page(upTo(10e6, "<a <b <i ")),
  "open pictures without an end": () => page(upTo(10e6, "<img src='")),
  "drawings that never close": () => page(upTo(10e6, "<svg><template>")),
  "comments that never close": () => page(upTo(10e6, "<!-- <!- ")),
  "inline elements that never close": () => page(upTo(2e6, "<b><i><a>")),
  "closing tags alone": () => page(upTo(10e6, "</div></p></b>")),
  "quotes in a row": () => page(`<p title="${upTo(8e6, "'")}">${P}</p>`),
  "structured data that nests": () =>
    page(`<p>${P}</p>`, `<script type="application/ld+json">${"[".repeat(3e6)}</script>`),
  "structured data that is broken": () =>
    page(`<p>${P}</p>`, `<script type="application/ld+json">{"a":"${upTo(4e6, '\\"\n,}')}</script>`),
  "structured data in 50,000 scripts": () =>
    page(`<p>${P}</p>`, '<script type="application/ld+json">{"@type":"NewsArticle"}</script>'.repeat(50_000)),
  "a title of 5 MB": () =>
    page(`<h1>${upTo(5e6, "Bridge | ")}</h1><p>${P}</p>`, `<title>${upTo(5e6, "Bridge - ")}</title>`),
  "a byline of 3 MB": () =>
    page(`<h1>Bridge</h1><p class="byline" rel="author">By ${upTo(3e6, "A. Writer and ")}</p><p>${P}</p>`),
  "50,000 headings": () => page(`${"<h1>Bridge opens again</h1>".repeat(50_000)}<p>${P}</p>`),
  "50,000 metas": () =>
    page(`<p>${P}</p>`, '<meta property="og:title" content="Bridge"><meta name="author" content="A B">'.repeat(25_000)),
  "50,000 paragraphs": () => page(`<article>${`<p class="related">${P}</p>`.repeat(50_000)}</article>`),
  "line breaks alone": () => page(`<p>${"<br>".repeat(59_000)}</p>`),
  "paragraphs that ask for slow patterns": () =>
    page(`<article>${`<p>${"sign up for our ".repeat(28)}</p><p>${"by a by ".repeat(60)}</p>`.repeat(4000)}</article>`),
  "zero bytes": () => upTo(5e6, "\u0000"),
  nothing: () => "",
};
