/** How the documentation looks: light or dark as the reader likes it, on a desk or in a hand. */
export const docsStyle = `
:root {
  color-scheme: light dark;
  --text: #1c2230; --soft: #5a6375; --paper: #ffffff; --panel: #f5f6f9; --line: #dfe3ea; --link: #2450b8;
  --get: #1d6b45; --post: #7a4100; --put: #5b3aa6; --delete: #a02334;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e4e8f1; --soft: #9da7ba; --paper: #12161f; --panel: #1a202c; --line: #2d3545; --link: #8db1ff;
    --get: #6fd19f; --post: #f0b26b; --put: #b9a2ff; --delete: #ff8d9b;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--text); font: 16px/1.55 system-ui, sans-serif; }
body > * { max-width: 60rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 2.5rem 0.5rem; }
h1 { margin: 0; font-size: 2rem; letter-spacing: -0.02em; line-height: 1.2; }
h1 small { color: var(--soft); font-size: 1rem; font-weight: 400; letter-spacing: 0; }
h2 { margin: 3rem 0 1rem; padding-bottom: 0.4rem; border-bottom: 1px solid var(--line); font-size: 1.35rem; }
h3 { margin: 0; font-size: 1rem; font-weight: 600; overflow-wrap: anywhere; }
h4 { margin: 1.5rem 0 0.5rem; color: var(--soft); font-size: 0.85rem; font-weight: 600; }
p { margin: 0.5rem 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
article { margin-block: 1.25rem; padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: 0.6rem; }
code, pre { font: 0.875em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 0; padding: 0.75rem 1rem; overflow-x: auto; border-radius: 0.4rem; background: var(--panel); }
pre + pre { margin-top: 0.5rem; }
h3 code { font-size: 1em; }
.method { display: inline-block; min-width: 3.75em; font-weight: 700; }
.get { color: var(--get); } .post { color: var(--post); } .put { color: var(--put); } .delete { color: var(--delete); }
.about { color: var(--soft); white-space: pre-line; }
details { margin-top: 0.75rem; }
summary { cursor: pointer; color: var(--soft); font-size: 0.85rem; font-weight: 600; }
table { width: 100%; margin-top: 0.5rem; border-collapse: collapse; font-size: 0.875rem; }
th { color: var(--soft); font-weight: 600; text-align: left; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td { overflow-wrap: anywhere; }
th:nth-child(1), th:nth-child(2) { width: 24%; } th:nth-child(3) { width: 18%; }
.required { color: var(--soft); font-size: 0.8rem; white-space: nowrap; }
footer { padding-block: 2.5rem 3rem; color: var(--soft); font-size: 0.875rem; }
@media (max-width: 40rem) {
  body > * { padding-inline: 1rem; }
  article { padding: 0.85rem 0.9rem 1rem; }
  table, tbody, tr, td { display: block; width: 100%; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding-block: 0.5rem; border-bottom: 1px solid var(--line); }
  td { padding: 0; border: 0; }
  td:empty { display: none; }
  td:nth-child(2), td:nth-child(3) { color: var(--soft); }
}
`;
