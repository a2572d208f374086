import { type BenchReport, formatNumber, listSpans, readCells } from './bench-report.ts';

const style = `:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--dim:#667;--line:#d8dce2;--bar:#2563b8}
@media(prefers-color-scheme:dark){:root{--ink:#e6e8eb;--paper:#15181c;--dim:#98a2ae;--line:#343a42;--bar:#6aa9f5}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:56rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.3rem;overflow-wrap:anywhere}h2{font-size:1.05rem;margin-top:2rem}p{color:var(--dim)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.3rem .5rem;border-bottom:1px solid var(--line);text-align:right}th:first-child{text-align:left}
svg{width:100%;height:auto}text{fill:var(--dim);font:12px system-ui,sans-serif}
.axis{stroke:var(--line)}.bar{fill:var(--bar)}.curve{fill:none;stroke:var(--bar);stroke-width:2}.dot{fill:var(--bar)}`;

/** The report as one page that needs nothing else: no script, no request. */
export function formatPage(report: BenchReport): string {
  const spans = listSpans(report);
  const errors = Object.entries(report.errors);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>understudy bench</title><style>${style}</style></head><body><main>
<h1>${escape(report.url)}</h1>
<p>${escape(report.load)}; ${report.tokens} tokens in ${report.streams} streams in ${report.seconds.toFixed(1)} s: ${formatNumber(report.tokensPerSecond)} tokens/s, ${formatNumber(report.streamsPerSecond)} streams/s${report.endedEarly ? '; ended early' : ''}</p>
<h2>Times in milliseconds</h2>
<table><thead><tr><th scope="col">what</th>${['p50', 'p90', 'p99', 'p99.9', 'max'].map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>${spans.map(([name, each]) => formatRow(name, readCells(each))).join('')}</tbody></table>
${spans.map(([name, { p50, p90, p99, p999, max }]) => `<h2>${capitalise(name)}, ms by percentile</h2>${drawCurve([p50, p90, p99, p999, max], name)}`).join('\n')}
<h2>Tokens by second</h2>${drawBars(report.tokensBySecond)}
<h2>Errors</h2>
${errors.length === 0 ? '<p>None.</p>' : `<table><tbody>${errors.map(([kind, count]) => formatRow(kind, [String(count)])).join('')}</tbody></table>`}
</main></body></html>
`;
}

const width = 800;
const height = 200;
const left = 70;
const bottom = 170;
const top = 15;

function drawCurve(values: readonly number[], name: string): string {
  const most = Math.max(...values, 0.001);
  const places = values.map((value, index) => ({
    x: left + 30 + (index * (width - left - 90)) / (values.length - 1),
    y: bottom - ((bottom - top) * value) / most,
  }));
  const labels = ['p50', 'p90', 'p99', 'p99.9', 'max'];
  return `${openPlot(`${name} by percentile`, most)}<polyline class="curve" points="${places.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}"/>${places
    .map(
      ({ x, y }, index) =>
        `<circle class="dot" cx="${round(x)}" cy="${round(y)}" r="3"/><text x="${round(x)}" y="${bottom + 18}" text-anchor="middle">${labels[index]}</text>`,
    )
    .join('')}</svg>`;
}

function drawBars(values: readonly number[]): string {
  const most = Math.max(...values, 1);
  const step = (width - left - 10) / Math.max(1, values.length);
  const bars = values.map((value, index) => {
    const tall = ((bottom - top) * value) / most;
    return `<rect class="bar" x="${round(left + index * step)}" y="${round(bottom - tall)}" width="${round(Math.max(0.5, step * 0.8))}" height="${round(tall)}"/>`;
  });
  return `${openPlot('tokens by second', most)}${bars.join('')}<text x="${left}" y="${bottom + 18}">0 s</text><text x="${width - 10}" y="${bottom + 18}" text-anchor="end">${values.length} s</text></svg>`;
}

function openPlot(label: string, most: number): string {
  const lines = [0, 0.5, 1].map((part) => {
    const y = bottom - (bottom - top) * part;
    return `<line class="axis" x1="${left}" x2="${width}" y1="${y}" y2="${y}"/><text x="${left - 8}" y="${y + 4}" text-anchor="end">${formatNumber(most * part)}</text>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(label)}">${lines.join('')}`;
}

function formatRow(name: string, cells: readonly string[]): string {
  return `<tr><th scope="row">${escape(name)}</th>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
}

function round(value: number): string {
  return value.toFixed(1);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
