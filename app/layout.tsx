import "./_styles/index.css";
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { Nav } from "#app/_ui/Nav.tsx";

/** Served from here, preloaded, with a fallback of the same width, so that nothing moves when they arrive. */
const sans = localFont({
  src: "../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--font-sans",
});
const serif = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
  weight: "200 900",
  variable: "--font-serif",
  adjustFontFallback: "Times New Roman",
});

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: { default: "Parallax", template: "%s · Parallax" },
  description: "How Western and Russian outlets tell the same event, in their own words.",
};
export const viewport: Viewport = { colorScheme: "light dark", width: "device-width", initialScale: 1 };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${sans.variable} ${serif.variable}`}>
      <body>
        <a className="skip" href="#content">
          Skip to the content
        </a>
        <header className="top">
          <div className="wide">
            <a className="brand" href="/">
              <svg viewBox="0 0 30 20" width="30" height="20" aria-hidden="true">
                <circle className="brand-a" cx="9" cy="10" r="7" />
                <path className="brand-b" d="M20 1.5l8.5 8.5l-8.5 8.5l-8.5-8.5z" />
              </svg>
              Parallax
            </a>
            <Nav />
          </div>
        </header>
        <main id="content" className="wide" tabIndex={-1}>
          {children}
        </main>
        <footer className="bottom">
          <div className="wide">
            <p>Describes words, does not judge truth.</p>
            <p>English-language text only.</p>
            <p>
              <a href="/methods">How the numbers come about</a>
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
