import { readFileSync, writeFileSync } from 'node:fs';

// npx node models/story/plot.ts <loss.csv> <picture.svg>
const [table = 'loss.csv', picture = 'loss.svg'] = process.argv.slice(2);

const [width, height, left, top, right, bottom] = [760, 400, 64, 44, 24, 52];
const lines = readFileSync(table, 'utf8').trim().split('\n').slice(1);
const rows = lines.map((line) => line.split(','));
const training = points(1);
const heldOut = points(2);
const last = Math.max(...[...training, ...heldOut].map(([step]) => step));
const highest = Math.ceil(Math.max(...training.map(([, loss]) => loss)));
writeFileSync(picture, draw());

function points(column: number): readonly (readonly [number, number])[] {
  return rows
    .filter((row) => (row[column] ?? '') !== '')
    .map((row) => [Number(row[0]), Number(row[column])] as const);
}

function draw(): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13" fill="#57606a">`,
    '<title>Loss of the story model while it was trained</title>',
    `<rect width="${width}" height="${height}" rx="8" fill="#ffffff"/>`,
    `<text x="${left}" y="26" font-size="15" font-weight="600" fill="#24292f">Loss of a token while the story model was trained</text>`,
    ...rules(),
    `<path d="${path(training)}" fill="none" stroke="#9ec5fe" stroke-width="1.5"/>`,
    `<path d="${path(heldOut)}" fill="none" stroke="#0b5ed7" stroke-width="2.5"/>`,
    ...heldOut.map(([step, loss]) => `<circle cx="${x(step)}" cy="${y(loss)}" r="3" fill="#0b5ed7"/>`),
    ...legend(),
    '</svg>\n',
  ].join('\n');
}

function rules(): readonly string[] {
  const horizontal = Array.from({ length: highest + 1 }, (_, loss) => [
    `<path d="M${left} ${y(loss)}H${width - right}" stroke="#d0d7de"/>`,
    `<text x="${left - 10}" y="${y(loss) + 4}" text-anchor="end">${loss}</text>`,
  ]).flat();
  const vertical = Array.from({ length: Math.floor(last / 500) + 1 }, (_, index) => index * 500).map(
    (step) => `<text x="${x(step)}" y="${height - bottom + 20}" text-anchor="middle">${step}</text>`,
  );
  return [
    ...horizontal,
    ...vertical,
    `<text x="${(left + width - right) / 2}" y="${height - 10}" text-anchor="middle">step of 4,096 tokens</text>`,
    `<text transform="rotate(-90)" x="${-(top + height - bottom) / 2}" y="18" text-anchor="middle">nats a token</text>`,
  ];
}

function legend(): readonly string[] {
  const final = heldOut.at(-1)?.[1].toFixed(2) ?? '';
  return [
    `<path d="M${width - 250} ${top + 18}h28" stroke="#9ec5fe" stroke-width="3"/><text x="${width - 214}" y="${top + 22}">training, one batch</text>`,
    `<path d="M${width - 250} ${top + 40}h28" stroke="#0b5ed7" stroke-width="3"/><text x="${width - 214}" y="${top + 44}">held out, ${final} at the end</text>`,
  ];
}

function path(line: readonly (readonly [number, number])[]): string {
  return line.map(([step, loss], index) => `${index === 0 ? 'M' : 'L'}${x(step)} ${y(loss)}`).join('');
}

function x(step: number): number {
  return round(left + ((width - left - right) * step) / last);
}

function y(loss: number): number {
  return round(height - bottom - ((height - top - bottom) * loss) / highest);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
