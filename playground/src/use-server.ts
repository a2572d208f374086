import { useEffect, useState } from 'preact/hooks';
import { listAt, textAt } from './json.ts';
import { type Paces, readPaces } from './paces.ts';
import { getJson } from './server.ts';

/** What the page knows of the server. */
export interface ServerFacts {
  /** The ids of the models that it lists. */
  readonly models: readonly string[];
  readonly paces: Paces;
}

const unknown: ServerFacts = { models: [], paces: readPaces(undefined) };

/** What the server tells of itself, or why it does not. */
export function useServer(key: string): { readonly facts: ServerFacts; readonly problem: string } {
  const [facts, setFacts] = useState(unknown);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    Promise.all([getJson('/', key), getJson('/v1/models', key)]).then(
      ([welcome, list]) => {
        const models = listAt(list, 'data').map((model) => textAt(model, 'id'));
        setFacts({ models, paces: readPaces(welcome) });
        setProblem('');
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, [key]);
  return { facts, problem };
}
