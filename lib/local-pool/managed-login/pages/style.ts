import { createHash } from 'node:crypto';

/** The look of every page: one column, large targets, light or dark as the browser says. No picture, no font, no script. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f3f4f6; --card: #ffffff; --text: #16191f; --faint: #4b5563; --line: #6b7280;
  --accent: #0b5cad; --on-accent: #ffffff; --error: #8f1218; --error-ground: #fdecec; --done: #14532d; --done-ground: #e8f6ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171c; --card: #1e232b; --text: #eef1f5; --faint: #c0c8d2; --line: #9aa4b2;
    --accent: #9ccbff; --on-accent: #0a1a2b; --error: #ffc2bc; --error-ground: #47191b; --done: #b7efc5; --done-ground: #143321;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; padding: 1.5rem 1rem; background: var(--ground); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans CJK JP", sans-serif;
}
main, footer { width: 100%; max-width: 26rem; margin: 0 auto; }
main { background: var(--card); border-radius: .75rem; padding: 1.5rem; box-shadow: 0 1px 4px rgb(0 0 0 / 25%); }
footer { padding: 1rem 1.5rem; color: var(--faint); font-size: .875rem; }
h1 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.0625rem; }
p { margin: 0 0 1rem; overflow-wrap: anywhere; }
label, legend { display: block; margin: 0 0 .25rem; padding: 0; font-weight: 600; }
fieldset { margin: 0 0 1rem; padding: 0; border: 0; }
.field { margin: 0 0 1rem; }
.hint { margin: .25rem 0 0; color: var(--faint); font-size: .875rem; }
input:not([type=radio]) {
  width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--card);
  border: 1px solid var(--line); border-radius: .375rem;
}
input[aria-invalid=true] { border: 2px solid var(--error); }
.choice { display: flex; gap: .625rem; align-items: center; min-height: 2.75rem; font-weight: 400; }
.choice input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); }
button {
  width: 100%; min-height: 2.75rem; padding: .5rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
  color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: .375rem;
}
button.plain { color: var(--accent); background: transparent; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); display: inline-block; padding: .25rem 0; }
nav { margin-top: 1rem; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
form + form { margin-top: .75rem; }
.notice { margin: 0 0 1rem; padding: .75rem 1rem; border-radius: .375rem; border-left: .25rem solid; }
.notice p { margin: 0; }
.notice.error { color: var(--error); background: var(--error-ground); }
.notice.done { color: var(--done); background: var(--done-ground); }
.qr { margin: 0 0 1rem; padding: .5rem; background: #ffffff; border-radius: .375rem; text-align: center; }
.qr svg { width: 100%; max-width: 16rem; height: auto; display: block; margin: 0 auto; }
code { font: .9375rem/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere; user-select: all; }
`;

/** Names the style in a Content-Security-Policy (CSP Level 3, hash-source). */
export const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
