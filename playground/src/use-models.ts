import { useEffect, useState } from 'preact/hooks';
import { listAt, textAt } from './json.ts';
import { getJson } from './server.ts';

/** The ids of the models that the server lists, or why it does not. */
export function useModels(key: string): { readonly models: readonly string[]; readonly problem: string } {
  const [models, setModels] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    getJson('/v1/models', key).then(
      (list) => {
        setModels(listAt(list, 'data').map((model) => textAt(model, 'id')));
        setProblem('');
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, [key]);
  return { models, problem };
}
