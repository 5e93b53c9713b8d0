import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sha256Hex } from '../../../shared/basics/bytes.ts';
import { BRIDGE_VERSION, bridgeParams } from '../../../shared/bridge.ts';
import { deskFacts } from '../../../shared/event/desk-facts.ts';
import {
  dossierFacts,
  receivedPersonsSchema,
  returnedPersonsSchema,
} from '../../../shared/event/dossier-facts.ts';
import { FACT_VERSION } from '../../../shared/event/facts.ts';
import { ticketFacts } from '../../../shared/event/ticket-facts.ts';
import * as messages from '../../../shared/sync/messages.ts';

const schemaOf = (shape: z.ZodType) => z.toJSONSchema(shape, { unrepresentable: 'any', io: 'input' });
const shapeOf = (shapes: Readonly<Record<string, z.ZodType>>): string =>
  sha256Hex(JSON.stringify(Object.entries(shapes).map(([name, shape]) => [name, schemaOf(shape)]))).slice(
    0,
    16,
  );

/** A changed shape fails here until its version moves with it; the hash is then pinned anew beside the new number. */
describe('shapes that others rely on', () => {
  it('[S12] event bodies of version 1', () => {
    const persons = { receivedPersonsSchema, returnedPersonsSchema };
    expect([FACT_VERSION, shapeOf({ ...deskFacts, ...ticketFacts, ...dossierFacts, ...persons })]).toEqual([
      1,
      'ff5598952eb5c5a6',
    ]);
  });

  it('[S12] messages of protocol 1', () => {
    const { enrolRequestSchema, enrolAnswerSchema, eventsAnswerSchema, haveRequestSchema, haveAnswerSchema } =
      messages;
    const { keysRequestSchema, keysAnswerSchema, errorAnswerSchema } = messages;
    const shapes = {
      enrolRequestSchema,
      enrolAnswerSchema,
      eventsAnswerSchema,
      haveRequestSchema,
      haveAnswerSchema,
    };
    const more = { keysRequestSchema, keysAnswerSchema, errorAnswerSchema };
    expect([messages.PROTOCOL_VERSION, shapeOf({ ...shapes, ...more })]).toEqual([1, '70e260f35736fe55']);
  });

  it('[S12] calls of bridge 1', () => {
    expect([BRIDGE_VERSION, shapeOf(bridgeParams)]).toEqual([1, '61bb86c442082985']);
  });
});
