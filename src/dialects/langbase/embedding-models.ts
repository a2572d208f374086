import { z } from 'zod';

/** The models that make vectors of texts. */
export const embeddingModel = z.enum([
  'openai:text-embedding-3-large',
  'cohere:embed-v4.0',
  'cohere:embed-multilingual-v3.0',
  'cohere:embed-multilingual-light-v3.0',
  'google:text-embedding-004',
]);

/** A model that makes vectors of texts. */
export type EmbeddingModel = z.output<typeof embeddingModel>;

const dimensions: Readonly<Record<EmbeddingModel, number>> = {
  'openai:text-embedding-3-large': 3072,
  'cohere:embed-v4.0': 1536,
  'cohere:embed-multilingual-v3.0': 1024,
  'cohere:embed-multilingual-light-v3.0': 384,
  'google:text-embedding-004': 768,
};

/** The model of whoever names none. */
export const defaultEmbeddingModel: EmbeddingModel = 'openai:text-embedding-3-large';

/** How many numbers the model makes of a text. */
export function dimensionsOf(model: EmbeddingModel): number {
  return dimensions[model];
}
