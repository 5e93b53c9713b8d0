import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { enrolCodeHash } from '../../server/auth/secrets.ts';
import { testDistrict } from '../support/district.ts';
import { protocolExample } from '../support/protocol-example.ts';

const document = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');

/** The fenced blocks of the document that carry a name. */
function blocks(): Record<string, string> {
  const found = document.matchAll(/<!-- example: ([\w-]+) -->\n```\w*\n([\s\S]*?)\n```/g);
  return Object.fromEntries([...found].map(([, name, text]) => [name ?? '', text ?? '']));
}

it('the worked example is what the code computes', () => {
  expect(blocks()).toEqual(protocolExample());
});

it('the server takes the bytes that stand in the document and answers what stands there', async () => {
  const district = await testDistrict();
  const given = blocks();
  const code = 'EXAM-PLEC-ODEX';
  const headers = Object.fromEntries((given['headers'] ?? '').split('\n').map((line) => line.split(': ')));
  await district.store.addEnrolCode({
    ward: 'thach-ban',
    codeHash: enrolCodeHash(code),
    role: 'desk',
    createdAt: '',
    expiresAt: '9999',
  });
  await district.store.enrol({
    codeHash: enrolCodeHash(code),
    publicKey: given['public-key'] ?? '',
    name: 'Quầy 1',
    nowIso: '2026-06-05T01:00:00.000Z',
    idSuffix: '0011223344556677',
    reportsTokenHash: 'x',
  });
  const payload = `${given['event-line']}\n${given['checkpoint-line']}\n`;
  const answer = await district.app.inject({ method: 'POST', url: '/v1/events', payload, headers });
  expect([answer.statusCode, answer.body]).toEqual([200, given['answer']]);
  expect(await district.store.checkpoints('thach-ban')).toEqual([given['checkpoint-line']]);
  district.clock.ms = Date.UTC(2026, 5, 5, 1, 20);
  const [, , path = '', device = '', time = '', nonce = ''] = (given['claim-text'] ?? '').split('\n');
  const claim = await district.app.inject({
    method: 'POST',
    url: path,
    payload: given['claim-body'] ?? '',
    headers: {
      'x-motcua-protocol': '2',
      'x-motcua-device': device,
      'x-motcua-time': time,
      'x-motcua-nonce': nonce,
      'x-motcua-signature': given['claim-signature'] ?? '',
    },
  });
  expect([claim.statusCode, claim.body]).toEqual([200, given['claim-answer']]);
  await district.close();
});
