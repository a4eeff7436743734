/** Style properties an SVG needs to look alike outside the page. */
const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
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
  /** The key's groups, each with its mark: read from the page, so that mark and colour are those of the drawing. */
  groups: readonly HTMLElement[];
  /** What stands over the ends of the scale, each above its place in the drawing. */
  ends: readonly HTMLElement[];
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

const PLAIN = new Map<string, string>();

/** A colour every program that reads SVG knows: mixed colours come as oklab, which drawing programs paint black. */
function plainColour(colour: string): string {
  if (!/^(?:ok|color|lab|lch)/.test(colour)) return colour;
  const known = PLAIN.get(colour);
  if (known) return known;
  const brush = new OffscreenCanvas(1, 1).getContext("2d");
  if (!brush) return colour;
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = brush.getImageData(0, 0, 1, 1).data;
  const plain = `rgba(${red}, ${green}, ${blue}, ${(alpha / 255).toFixed(3)})`;
  PLAIN.set(colour, plain);
  return plain;
}

/** A copy of a drawn SVG with computed styles written in, links flattened. */
function frozen(source: SVGSVGElement): SVGSVGElement {
  const copy = source.cloneNode(true) as SVGSVGElement;
  const [from, to] = [source.querySelectorAll("*"), copy.querySelectorAll("*")];
  for (const [at, element] of from.entries()) {
    const target = to[at];
    if (!target || target.tagName === "title") continue;
    const style = getComputedStyle(element);
    for (const name of KEPT) target.setAttribute(name, plainColour(style.getPropertyValue(name)));
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
  const serializer = new XMLSerializer();
  const place = (source: SVGSVGElement, left: number, top: number): void => {
    const { width: wide, height: high } = source.getBoundingClientRect();
    const copy = frozen(source);
    for (const [name, value] of Object.entries({ x: left, y: top, width: wide, height: high })) {
      copy.setAttribute(name, String(value));
    }
    copy.setAttribute("overflow", "visible");
    parts.push(serializer.serializeToString(copy));
  };
  const label = (text: string, left: number, anchor: string): void => {
    parts.push(
      `<text x="${left}" y="${y}" font-size="14" text-anchor="${anchor}" fill="${ink}" opacity="0.85">${escapeText(text)}</text>`,
    );
  };
  for (const group of caption.groups) {
    y += 20;
    const mark = group.querySelector("svg");
    if (mark) place(mark, MARGIN, y - 11);
    label((group.textContent ?? "").trim(), MARGIN + 18, "start");
  }
  y += 14;
  if (caption.ends.length > 0) y += 14;
  for (const end of caption.ends) {
    const words = document.createRange();
    words.selectNodeContents(end);
    const at = words.getBoundingClientRect();
    label((end.textContent ?? "").trim(), MARGIN + (at.left + at.right) / 2 - box.left, "middle");
  }
  for (const [at, drawing] of drawings.entries()) {
    const { left = 0, top = 0 } = places[at] ?? {};
    place(drawing, MARGIN + left - box.left + container.scrollLeft, y + top - box.top);
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
