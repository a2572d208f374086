/** How the page of the queues looks, light or dark as the reader likes it. */
export const adminStyle = `
:root {
  color-scheme: light dark;
  --text: #1c2230; --soft: #5a6375; --paper: #ffffff; --panel: #f5f6f9; --line: #dfe3ea; --link: #2450b8;
  --good: #1d6b45; --wait: #7a4100; --bad: #a02334;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e4e8f1; --soft: #9da7ba; --paper: #12161f; --panel: #1a202c; --line: #2d3545; --link: #8db1ff;
    --good: #6fd19f; --wait: #f0b26b; --bad: #ff8d9b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 70rem; margin-inline: auto; padding-inline: 1.25rem; }
header { padding-block: 2rem 0; }
main { padding-bottom: 3rem; }
h1 { margin: 0; font-size: 1.75rem; letter-spacing: -0.02em; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.15rem; }
p { margin: 0.5rem 0; color: var(--soft); }
section { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.45rem 1rem 0.45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tbody th { font: 0.85rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
small { color: var(--soft); font-family: system-ui, sans-serif; }
.count { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.running { color: var(--good); } .waiting { color: var(--wait); } .failed { color: var(--bad); font-weight: 600; }
form { display: inline; }
button {
  padding: 0.2rem 0.7rem; border: 1px solid var(--line); border-radius: 0.35rem;
  background: var(--panel); color: var(--text); font: inherit; font-size: 0.85rem; cursor: pointer;
}
button:hover { border-color: var(--link); }
button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
`;
