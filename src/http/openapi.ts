import { type Operation, describeOperation } from './openapi-operation.ts';
import { toTemplate } from './openapi-parameters.ts';
import { type JsonSchema, createSchemas } from './openapi-schemas.ts';
import { type Candidates, groupEndpoints } from './routes.ts';
import type { Mount } from './state.ts';

/** The methods of a path, in lower case. */
export type PathItem = Readonly<Record<string, Operation>>;

/** An OpenAPI 3.1 document, as far as we use it. */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description: string;
    readonly license: { readonly name: string; readonly identifier: string };
  };
  readonly servers?: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>;
  };
}

/** The mounted dialects as an OpenAPI document, from the schemas that also check their bodies. */
export function describeApi(
  mounts: readonly Mount[],
  { version, url }: { readonly version: string; readonly url?: string },
): OpenApiDocument {
  const schemas = createSchemas();
  const paths: Record<string, PathItem> = {};
  for (const [path, methods] of groupEndpoints(mounts)) {
    const item: Record<string, Operation> = {};
    for (const [method, candidates] of methods) {
      item[method.toLowerCase()] = describeOperation(
        nameOperation(method, path),
        distinct(candidates),
        schemas,
      );
    }
    paths[toTemplate(path)] = item;
  }
  const tags = new Set(
    mounts.flatMap(({ dialect }) => dialect.endpoints.map(({ description }) => description.tag)),
  );
  return {
    openapi: '3.1.1',
    info: {
      title: 'Understudy',
      version,
      description: 'A stand-in for large language model APIs: their wire formats, at a pace you choose.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    ...(url === undefined ? {} : { servers: [{ url }] }),
    tags: [...tags].map((name) => ({ name })),
    security: [{}, { key: [] }],
    paths,
    components: {
      schemas: schemas.components,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'Asked for where the server was given keys.' },
      },
    },
  };
}

// The same endpoint under several dialects is one: they differ in their errors alone.
function distinct([first, ...others]: Candidates): Candidates {
  return [first, ...others.filter(({ endpoint }) => endpoint !== first.endpoint)];
}

function nameOperation(method: string, path: string): string {
  const words = path.match(/\w+/g) ?? ['root'];
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join(
    '',
  );
}
