/** Text in which nothing is taken for HTML. */
export const asHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** What goes with every page: nothing is loaded from anywhere, no script runs, and it stands in nobody's frame. */
export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
};

const STYLE = `
  :root { color-scheme: light dark; }
  body { max-width: 38rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; font: 1.0625rem/1.55 system-ui, sans-serif;
    color: #1d1c1d; background: #fff; }
  h1 { font-size: 1.75rem; line-height: 1.2; }
  h2 { font-size: 1.15rem; margin-top: 2rem; }
  li { margin: .35rem 0; }
  code { font-size: .9em; color: #5f5c60; }
  a { color: #4a2a80; }
  a.do { display: inline-block; padding: .7rem 1.2rem; border-radius: .5rem; background: #4a2a80; color: #fff;
    font-weight: 600; text-decoration: none; }
  a:focus-visible { outline: 3px solid #b8860b; outline-offset: 3px; }
  @media (prefers-color-scheme: dark) {
    body { color: #ececec; background: #1a191d; }
    code { color: #b9b4bf; }
    a { color: #c9b3ff; }
    a.do { background: #c9b3ff; color: #1a191d; }
  }`;

/** A page that reads well on its own; `body` is HTML. */
export const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asHtml(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${asHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
