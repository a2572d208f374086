import type { ModelCard, Models } from '../core/model.ts';
import { baseOf, encodingOf, reasons } from './openai-prefixes.ts';

/** All models that can be served: those of the cards, where a later card replaces an earlier one of the same id. */
export function createModels(cards: readonly ModelCard[]): Models {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const bySnapshot = new Map(cards.map((card) => [card.snapshot, card]));

  function find(id: string): ModelCard | undefined {
    const named = byId.get(id);
    if (named !== undefined) return named;
    const alias = bySnapshot.get(id);
    if (alias !== undefined) return { ...alias, id };
    const base = baseOf(id);
    const origin = base === id ? undefined : find(base);
    return origin && { ...origin, id, snapshot: id };
  }

  return {
    list: () => [...byId.values()],
    find,
    resolve: (id) => find(id) ?? createUnknownCard(id),
  };
}

function createUnknownCard(id: string): ModelCard {
  return {
    id,
    snapshot: id,
    encoding: encodingOf(id),
    contextLength: 128_000,
    maxOutput: 16_384,
    reasoning: reasons(id),
    created: 1_700_000_000,
    ownedBy: 'system',
    kind: 'chat',
  };
}
