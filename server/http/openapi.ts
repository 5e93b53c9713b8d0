import { z } from 'zod';
import { ok } from '../../shared/basics/result.ts';
import { errorAnswerSchema, PROTOCOL_VERSION } from '../../shared/sync/messages.ts';
import type { ApiRoute } from './route.ts';

const AUTH_REFUSALS: Readonly<Record<ApiRoute['auth'], readonly number[]>> = {
  none: [],
  device: [401],
  reader: [401],
};

/** The route that describes all routes, itself included. */
export function openApiRoute(others: readonly ApiRoute[]): ApiRoute {
  const route: ApiRoute = {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This description (OpenAPI 3.1)',
    auth: 'none',
    perMinute: 120,
    answerType: 'application/json',
    refusals: [429],
    handle: () => Promise.resolve(ok({ body: document })),
  };
  const document = openApi([...others, route]);
  return route;
}

function openApi(routes: readonly ApiRoute[]): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Một Cửa district server',
      version: String(PROTOCOL_VERSION),
      description: 'Signed requests, lines and keys are described in docs/protocol.md.',
    },
    paths,
    components: {
      schemas: { Error: jsonSchema(errorAnswerSchema) },
      securitySchemes: {
        device: {
          type: 'apiKey',
          in: 'header',
          name: 'x-motcua-signature',
          description: 'Ed25519 signature, with x-motcua-device, x-motcua-time and x-motcua-nonce',
        },
        reader: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(route: ApiRoute): unknown {
  const answers = route.answerSchema ? { schema: jsonSchema(route.answerSchema) } : {};
  const refused = { content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } };
  const statuses = [...AUTH_REFUSALS[route.auth], ...route.refusals];
  return {
    summary: route.summary,
    ...(route.auth === 'none' ? {} : { security: [{ [route.auth]: [] }] }),
    ...parametersOf(route),
    ...(route.requestType ? { requestBody: requestBody(route, route.requestType) } : {}),
    responses: {
      '200': { description: 'Done', content: { [route.answerType]: answers } },
      ...Object.fromEntries(statuses.map((status) => [status, { description: 'Refused', ...refused }])),
      ...(route.takenSchema ? { '409': taken(route.takenSchema) } : {}),
    },
  };
}

function taken(schema: z.ZodType): unknown {
  return {
    description: 'Somebody else has it',
    content: { 'application/json': { schema: jsonSchema(schema) } },
  };
}

function parametersOf({ path, query = [] }: ApiRoute): { readonly parameters?: readonly unknown[] } {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = query.map(({ type, ...named }) => ({
    ...named,
    in: 'query',
    required: type === undefined,
    schema: type === undefined ? { type: 'string', format: 'date' } : { type },
  }));
  const parameters = [...inPath, ...inQuery];
  return parameters.length === 0 ? {} : { parameters };
}

function requestBody(route: ApiRoute, type: string): unknown {
  const schema = route.requestSchema ? jsonSchema(route.requestSchema) : { type: 'string' };
  return { required: true, content: { [type]: { schema } } };
}

function jsonSchema(schema: z.ZodType): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema) as Record<string, unknown>;
  return rest;
}
