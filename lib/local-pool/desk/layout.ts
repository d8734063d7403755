import { markup, type Markup } from '../markup';

/** A page of the desk. Its style and script are files beside it, so that the policy can forbid all others. */
export function layout(title: string, ...content: readonly Markup[]): Markup {
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/desk/style.css" />
        <script src="/desk/live.js" defer></script>
      </head>
      <body>
        <header>
          <a href="/" class="home">Local user pools</a>
          <nav aria-label="Desk">
            <a href="/#pools">Pools</a> <a href="/#inbox">Inbox</a> <a href="/#log">Log</a>
            <a href="/sample">Sample application</a>
          </nav>
        </header>
        <main>${content}</main>
      </body>
    </html> `;
}

/** A table that scrolls on its own where the window is narrow; the keyboard can scroll it too. */
export function table(caption: string, headings: readonly string[], id: string, rows: readonly Markup[]): Markup {
  return markup`<div class="scrolls" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${headings.map((heading) => markup`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody id="${id}">
        ${rows}
      </tbody>
    </table>
  </div>`;
}
