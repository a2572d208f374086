import { useEffect, useState } from 'preact/hooks';
import { listAt, textAt } from './json.ts';
import { type Paces, readPaces } from './paces.ts';
import { getJson } from './server.ts';
import { type Dialect, dialectNames } from './settings.ts';

/** What the page knows of the server. */
export interface ServerFacts {
  /** The ids of the models that it lists. */
  readonly models: readonly string[];
  /** Those of the page's dialects that it speaks. */
  readonly dialects: readonly Dialect[];
  readonly paces: Paces;
}

const unknown: ServerFacts = { models: [], dialects: dialectNames, paces: readPaces(undefined) };

/** What the server tells of itself, or why it does not. */
export function useServer(key: string): { readonly facts: ServerFacts; readonly problem: string } {
  const [facts, setFacts] = useState(unknown);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    Promise.all([getJson('/', key), getJson('/v1/models', key)]).then(
      ([welcome, list]) => {
        const models = listAt(list, 'data').map((model) => textAt(model, 'id'));
        const spoken = listAt(welcome, 'dialects');
        const dialects = dialectNames.filter((name) => spoken.includes(name));
        setFacts({ models, dialects, paces: readPaces(welcome) });
        setProblem('');
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, [key]);
  return { facts, problem };
}
