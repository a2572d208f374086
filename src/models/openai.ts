import type { ModelCard } from '../core/model.ts';
import { encodingOf, reasons } from './openai-prefixes.ts';

type Limits = Pick<ModelCard, 'contextLength' | 'maxOutput'>;

/** One model: its undated id, when it came, and its dated snapshots, the one that the undated id stands for first. */
interface Row {
  readonly id: string;
  readonly created: number;
  readonly limits: Limits;
  readonly snapshots?: Readonly<Record<string, number>>;
  readonly kind?: ModelCard['kind'];
  readonly ownedBy?: string;
}

const gpt5: Limits = { contextLength: 400_000, maxOutput: 128_000 };
const chat: Limits = { contextLength: 128_000, maxOutput: 16_384 };
const gpt41: Limits = { contextLength: 1_047_576, maxOutput: 32_768 };
const thinker: Limits = { contextLength: 200_000, maxOutput: 100_000 };
const turbo: Limits = { contextLength: 128_000, maxOutput: 4096 };
const gpt4: Limits = { contextLength: 8192, maxOutput: 8192 };
const gpt35: Limits = { contextLength: 16_385, maxOutput: 4096 };
const instruct: Limits = { contextLength: 4096, maxOutput: 4096 };
const base: Limits = { contextLength: 16_384, maxOutput: 16_384 };
const embedding: Limits = { contextLength: 8192, maxOutput: 0 };
const moderation: Limits = { contextLength: 32_768, maxOutput: 0 };
const computer: Limits = { contextLength: 8192, maxOutput: 1024 };

const openai = 'openai';
const internal = 'openai-internal';

const rows: readonly Row[] = [
  { id: 'gpt-5.6-sol', created: 1783900800, limits: gpt5 },
  { id: 'gpt-5.6-terra', created: 1783900801, limits: gpt5 },
  { id: 'gpt-5.6-luna', created: 1783900802, limits: gpt5 },
  { id: 'gpt-5.5', created: 1776902400, limits: gpt5, snapshots: { '2026-04-23': 1776902401 } },
  { id: 'gpt-5.4', created: 1772691266, limits: gpt5 },
  { id: 'gpt-5.4-mini', created: 1773705600, limits: gpt5, snapshots: { '2026-03-17': 1773705601 } },
  { id: 'gpt-5.4-nano', created: 1773705602, limits: gpt5, snapshots: { '2026-03-17': 1773705603 } },
  { id: 'gpt-5.3-chat-latest', created: 1772233200, limits: chat },
  { id: 'gpt-5.2', created: 1765313051, limits: gpt5, snapshots: { '2025-12-11': 1765313028 } },
  { id: 'gpt-5.2-chat-latest', created: 1765344352, limits: chat },
  { id: 'gpt-5.2-pro', created: 1765343983, limits: gpt5, snapshots: { '2025-12-11': 1765343959 } },
  { id: 'gpt-5.1', created: 1762800673, limits: gpt5, snapshots: { '2025-11-13': 1762800353 } },
  { id: 'gpt-5.1-codex', created: 1762988221, limits: gpt5 },
  { id: 'gpt-5.1-mini', created: 1763007109, limits: gpt5 },
  { id: 'gpt-5.1-chat-latest', created: 1762547951, limits: chat },
  { id: 'gpt-5', created: 1754425777, limits: gpt5, snapshots: { '2025-08-07': 1754075360 } },
  { id: 'gpt-5-mini', created: 1754425928, limits: gpt5, snapshots: { '2025-08-07': 1754425867 } },
  { id: 'gpt-5-nano', created: 1754426384, limits: gpt5, snapshots: { '2025-08-07': 1754426303 } },
  { id: 'gpt-5-chat-latest', created: 1754073306, limits: chat },
  { id: 'gpt-4.1', created: 1744316542, limits: gpt41, snapshots: { '2025-04-14': 1744315746 } },
  { id: 'gpt-4.1-mini', created: 1744318173, limits: gpt41, snapshots: { '2025-04-14': 1744317547 } },
  { id: 'gpt-4.1-nano', created: 1744321707, limits: gpt41, snapshots: { '2025-04-14': 1744321025 } },
  { id: 'o4-mini', created: 1744225351, limits: thinker, snapshots: { '2025-04-16': 1744133506 } },
  { id: 'o3', created: 1744225308, limits: thinker, snapshots: { '2025-04-16': 1744133301 } },
  { id: 'o3-mini', created: 1737146383, limits: thinker, snapshots: { '2025-01-31': 1738010200 } },
  { id: 'o1', created: 1734375816, limits: thinker, snapshots: { '2024-12-17': 1734326976 } },
  {
    id: 'gpt-4o',
    created: 1715367049,
    limits: chat,
    snapshots: { '2024-08-06': 1722814719, '2024-11-20': 1739331543, '2024-05-13': 1715368132 },
  },
  { id: 'gpt-4o-mini', created: 1721172741, limits: chat, snapshots: { '2024-07-18': 1721172717 } },
  {
    id: 'gpt-4o-audio-preview',
    created: 1727460443,
    limits: chat,
    snapshots: { '2025-06-03': 1748908498, '2024-12-17': 1734034239, '2024-10-01': 1727389042 },
  },
  {
    id: 'gpt-4o-mini-audio-preview',
    created: 1734387424,
    limits: chat,
    snapshots: { '2024-12-17': 1734115920 },
  },
  { id: 'gpt-4o-search-preview', created: 1741388720, limits: chat, snapshots: { '2025-03-11': 1741388170 } },
  {
    id: 'gpt-4o-mini-search-preview',
    created: 1741391161,
    limits: chat,
    snapshots: { '2025-03-11': 1741390858 },
  },
  { id: 'chatgpt-4o-latest', created: 1723515131, limits: chat },
  { id: 'gpt-4-turbo', created: 1712361441, limits: turbo, snapshots: { '2024-04-09': 1712601677 } },
  { id: 'gpt-4', created: 1687882411, limits: gpt4, snapshots: { '0613': 1686588896 }, ownedBy: openai },
  {
    id: 'gpt-3.5-turbo',
    created: 1677610602,
    limits: gpt35,
    snapshots: { '0125': 1706048358 },
    ownedBy: openai,
  },
  { id: 'gpt-3.5-turbo-1106', created: 1698959748, limits: gpt35 },
  { id: 'gpt-3.5-turbo-16k', created: 1683758102, limits: gpt35, ownedBy: internal },
  { id: 'gpt-3.5-turbo-instruct', created: 1692901427, limits: instruct, kind: 'completion' },
  { id: 'davinci-002', created: 1692634301, limits: base, kind: 'completion' },
  { id: 'babbage-002', created: 1692634615, limits: base, kind: 'completion' },
  { id: 'text-embedding-3-small', created: 1705948997, limits: embedding, kind: 'embedding' },
  { id: 'text-embedding-3-large', created: 1705953180, limits: embedding, kind: 'embedding' },
  {
    id: 'text-embedding-ada-002',
    created: 1671217299,
    limits: embedding,
    kind: 'embedding',
    ownedBy: internal,
  },
  { id: 'omni-moderation-latest', created: 1731689265, limits: moderation, kind: 'moderation' },
  { id: 'omni-moderation-2024-09-26', created: 1732734466, limits: moderation, kind: 'moderation' },
  { id: 'o1-pro', created: 1742251791, limits: thinker, kind: 'response' },
  { id: 'o3-pro', created: 1748475349, limits: thinker, kind: 'response' },
  { id: 'o3-deep-research', created: 1750865219, limits: thinker, kind: 'response' },
  { id: 'o4-mini-deep-research', created: 1750866121, limits: thinker, kind: 'response' },
  { id: 'computer-use-preview', created: 1734655677, limits: computer, kind: 'response' },
  { id: 'gpt-5-pro', created: 1759469822, limits: gpt5, kind: 'response' },
  { id: 'gpt-5-codex', created: 1757527818, limits: gpt5, kind: 'response' },
  { id: 'gpt-5.1-codex-max', created: 1763671532, limits: gpt5, kind: 'response' },
  { id: 'gpt-5.5-pro', created: 1776902402, limits: gpt5, kind: 'response' },
  { id: 'gpt-5.6-cyber', created: 1783900803, limits: gpt5, kind: 'response' },
];

// What a snapshot does not share with the model it belongs to.
const exceptions: Readonly<Record<string, Limits>> = { 'gpt-4o-2024-05-13': turbo };

/** The models that OpenAI serves, each under its undated id and under those of its snapshots. */
export const openaiCards: readonly ModelCard[] = rows.flatMap(createCards);

function createCards(row: Row): ModelCard[] {
  const dated = Object.entries(row.snapshots ?? {}).map(([date, created]) => ({
    id: `${row.id}-${date}`,
    created,
  }));
  const current = currentSnapshot(row);
  return [
    createCard(row, { id: row.id, snapshot: current, created: row.created }),
    ...dated.map(({ id, created }) => createCard(row, { id, snapshot: id, created })),
  ];
}

function currentSnapshot(row: Row): string {
  if (row.id === 'omni-moderation-latest') return 'omni-moderation-2024-09-26';
  if (row.id === 'gpt-3.5-turbo-instruct') return 'gpt-3.5-turbo-instruct:20230824-v2';
  const [date] = Object.keys(row.snapshots ?? {});
  return date === undefined ? row.id : `${row.id}-${date}`;
}

function createCard(row: Row, named: Pick<ModelCard, 'id' | 'snapshot' | 'created'>): ModelCard {
  return {
    ...named,
    ...(exceptions[named.id] ?? row.limits),
    encoding: encodingOf(row.id),
    reasoning: reasons(row.id),
    ownedBy: row.ownedBy ?? 'system',
    kind: row.kind ?? 'chat',
  };
}
