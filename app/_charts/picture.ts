/** Style properties an SVG needs to look alike outside the page. */
const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "opacity",
  "font-size",
  "font-weight",
  "font-style",
  "text-anchor",
  "dominant-baseline",
] as const;
const SVG = "http://www.w3.org/2000/svg";
const FONT = "'Source Sans 3', 'Helvetica Neue', Arial, sans-serif";
const MARGIN = 28;
const LINE = 18;

export interface Picture {
  svg: string;
  width: number;
  height: number;
}
export interface Caption {
  question: string;
  finding: string;
  /** Groups with their marks and n, one line. */
  groups: string;
  footer: readonly string[];
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function wrapped(text: string, width: number, size: number): string[] {
  const most = Math.floor(width / (size * 0.5));
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && line.length + word.length + 1 > most) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

/** A copy of a drawn SVG with computed styles written in, links flattened. */
function frozen(source: SVGSVGElement): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const [from, to] = [source.querySelectorAll("*"), copy.querySelectorAll("*")];
  for (const [at, element] of from.entries()) {
    const target = to[at];
    if (!target || target.tagName === "title") continue;
    const style = getComputedStyle(element);
    for (const name of KEPT) target.setAttribute(name, style.getPropertyValue(name));
    target.removeAttribute("class");
    target.removeAttribute("style");
    target.removeAttribute("tabindex");
  }
  for (const link of copy.querySelectorAll("a")) {
    const group = document.createElementNS(SVG, "g");
    group.append(...link.childNodes);
    link.replaceWith(group);
  }
  for (const area of copy.querySelectorAll("[fill='rgba(0, 0, 0, 0)']")) area.setAttribute("fill", "none");
  return copy;
}

/** The drawing under its question and finding, above the footer every exported chart carries. */
export function pictureOf(container: HTMLElement, caption: Caption): Picture {
  const page = getComputedStyle(document.body);
  const ink = page.color;
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  const box = container.getBoundingClientRect();
  const drawings = [...container.querySelectorAll<SVGSVGElement>("svg.recharts-surface")];
  const places = drawings.map((each) => each.getBoundingClientRect());
  const inner = Math.max(560, ...places.map((place) => place.right - box.left + container.scrollLeft));
  const tall = Math.max(0, ...places.map((place) => place.bottom - box.top));
  const width = inner + 2 * MARGIN;
  const parts: string[] = [];
  let y = MARGIN;
  const write = (text: string, size: number, weight: number, opacity: number): void => {
    for (const line of wrapped(text, inner, size)) {
      y += size * 1.3;
      parts.push(
        `<text x="${MARGIN}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${ink}" opacity="${opacity}">${escapeText(line)}</text>`,
      );
    }
  };
  write(caption.question, 24, 600, 1);
  y += 4;
  write(caption.finding, 16, 400, 0.85);
  y += 4;
  write(caption.groups, 14, 600, 0.8);
  y += 14;
  const serializer = new XMLSerializer();
  for (const [at, drawing] of drawings.entries()) {
    const place = places[at];
    if (!place) continue;
    const copy = frozen(drawing);
    copy.setAttribute("x", String(MARGIN + place.left - box.left + container.scrollLeft));
    copy.setAttribute("y", String(y + place.top - box.top));
    copy.setAttribute("width", String(place.width));
    copy.setAttribute("height", String(place.height));
    copy.setAttribute("overflow", "visible");
    parts.push(serializer.serializeToString(copy));
  }
  y += tall + LINE;
  parts.push(`<line x1="${MARGIN}" x2="${width - MARGIN}" y1="${y}" y2="${y}" stroke="${ink}" opacity="0.3"/>`);
  for (const line of caption.footer) write(line, 12, 400, 0.75);
  const height = Math.ceil(y + MARGIN);
  const svg = `<svg xmlns="${SVG}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}"><rect width="100%" height="100%" fill="${ground}"/>${parts.join("")}</svg>`;
  return { svg, width, height };
}

/** The picture as PNG, twice as fine. @throws Error where the browser cannot draw it. */
export async function rasterOf(picture: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be drawn."))), "image/png");
  });
}

export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
