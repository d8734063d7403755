/** The look of the desk, light and dark. */
export const style = `:root {
  color-scheme: light dark;
  --ink: light-dark(#1b2430, #e8edf4);
  --quiet: light-dark(#4a5768, #aab6c6);
  --paper: light-dark(#f5f7fa, #10151c);
  --card: light-dark(#ffffff, #1a212b);
  --line: light-dark(#c3ccd8, #3b4757);
  --accent: light-dark(#0b57b0, #8ab8ff);
  --wrong: light-dark(#a4161a, #ffa8a8);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; padding: 0.75rem 1.25rem; border-bottom: 1px solid var(--line); background: var(--card); }
.home { color: inherit; font-weight: 700; text-decoration: none; }
nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
a { color: var(--accent); }
main { max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
h1 { margin: 0.5rem 0; font-size: 1.5rem; }
h2 { margin: 0 0 0.25rem; font-size: 1.2rem; }
h3 { margin: 0 0 0.5rem; font-size: 1.05rem; }
h4 { margin: 0.75rem 0 0.25rem; font-size: 0.95rem; }
h1, h2, h3 { overflow-wrap: anywhere; }
section { margin-bottom: 2rem; }
section > p { margin: 0.25rem 0 0.5rem; color: var(--quiet); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1rem; margin: 0; padding: 0; list-style: none; }
.cards li, article { padding: 1rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
.cards p { margin: 0.25rem 0; color: var(--quiet); overflow-wrap: anywhere; }
article { margin: 0.75rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; margin: 0 0 0.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.scrolls { max-height: 24rem; overflow: auto; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.35rem 0.75rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { position: sticky; top: 0; background: var(--card); color: var(--quiet); font-weight: 600; white-space: nowrap; }
#log th:last-child, td.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody:not(:has(tr))::before { content: 'Nothing yet.'; display: block; padding: 0.35rem 0.75rem; color: var(--quiet); }
td.words { overflow-wrap: normal; }
tr.failed td { color: var(--wrong); }
pre { margin: 0.25rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
pre.snippet { padding: 0.75rem; border: 1px solid var(--line); border-radius: 0.35rem; background: var(--paper); font-size: 0.875rem; }
.code { font-size: 1.1rem; font-weight: 700; user-select: all; }
summary { cursor: pointer; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin: 0.25rem 0; }
input, button { padding: 0.3rem 0.6rem; border: 1px solid var(--quiet); border-radius: 0.35rem; background: var(--paper); color: inherit; font: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (max-width: 40rem) { th, td { padding: 0.35rem 0.5rem; font-size: 0.875rem; } }
`;
