import type { Mount } from './state.ts';

/** A JSON schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A parameter of an operation. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

/** A body by its media type. */
export type Content = Readonly<Record<string, MediaType>>;

/** How a body looks. */
export interface MediaType {
  readonly schema: JsonSchema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** An answer of an operation. */
export interface ApiResponse {
  readonly description: string;
  readonly content?: Content;
}

/** One method of one path. */
export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

/** The methods of a path, in lower case. */
export type PathItem = Readonly<Record<string, Operation>>;

/** An OpenAPI 3.1 document, as far as we use it. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers?: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>;
  };
}

/** The mounted dialects as an OpenAPI document. */
export function describeApi(
  _mounts: readonly Mount[],
  { version }: { readonly version: string; readonly url?: string },
): OpenApiDocument {
  return {
    openapi: '3.1.1',
    info: { title: 'Understudy', version, description: '' },
    tags: [],
    security: [],
    paths: {},
    components: { schemas: {}, securitySchemes: {} },
  };
}
