import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDistrict } from '../support/district.ts';
import { lineChain } from '../support/events.ts';
import type { TestDistrict } from '../support/district.ts';
import type { LineChain } from '../support/events.ts';

const ids = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32));
const [first = '', second = '', other = '', unknown = ''] = ids;

function issue(chain: LineChain, id: string, number: string, priority: string | null = null) {
  const series = number.slice(0, 1);
  const body = { number, series, day: '2026-06-05', fieldId: 'ho-tich', procedureCode: null, priority };
  const at = '2026-06-05T01:20:00.000Z';
  return chain.add({ type: 'ticket-issued', subject: `ticket-${id}`, body: { ...body, ahead: 0, at } });
}

describe('[K18] where a number stands, for the phone of its holder', () => {
  let district: TestDistrict;
  let chain: LineChain;
  beforeEach(async () => {
    district = await testDistrict();
    chain = lineChain();
  });
  afterEach(() => district.close());

  const push = () =>
    district.store.push({
      ward: 'thach-ban',
      from: null,
      lines: chain.lines(),
      checkpoints: [],
      nowIso: '2026-06-05T03:00:00.000Z',
    });
  const page = (id: string, more = '') => district.app.inject(`/t?w=thach-ban&n=${id}${more}`);

  it('says the number, how many came before it, and follows what happens', async () => {
    const issued = issue(chain, first, 'A001');
    issue(chain, second, 'A002');
    issue(chain, other, 'B001');
    await push();
    expect((await page(first)).body).toContain('Ông/Bà là người tiếp theo');
    expect((await page(second)).body).toContain('Còn 1 người đến trước đang chờ');
    expect((await page(other)).body, 'another queue').toContain('Ông/Bà là người tiếp theo');
    const body = { counter: 'q1', call: 1, at: '2026-06-05T01:30:00.000Z' };
    chain.add({ type: 'ticket-called', subject: `ticket-${first}`, parents: [issued.hash], body });
    await push();
    expect((await page(first)).body).toContain('Đang mời Ông/Bà đến quầy');
    expect((await page(second)).body).toContain('Ông/Bà là người tiếp theo');
  });

  it('is in the language asked for, without script, under a policy that forbids one', async () => {
    issue(chain, first, 'A001');
    await push();
    const english = await page(first, '&lang=en');
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('You are next');
    const byBrowser = await district.app.inject({
      url: `/t?w=thach-ban&n=${first}`,
      headers: { 'accept-language': 'en-GB,en;q=0.9' },
    });
    expect(byBrowser.body).toContain('<html lang="en">');
    const { body, headers } = await page(first);
    expect(body).toContain('A001');
    expect(body).not.toMatch(/<script|https?:/);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('an unknown number, another ward and a broken address look the same and repeat nothing that was typed', async () => {
    issue(chain, first, 'A001');
    await push();
    const asked = [
      page(unknown),
      district.app.inject(`/t?w=khac&n=${first}`),
      district.app.inject('/t?w=%3Cb%3E&n=%3Cscript%3E'),
      district.app.inject('/t'),
    ];
    for (const answer of await Promise.all(asked)) {
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('Không thấy số này');
      expect(answer.body).not.toMatch(/A001|<b>|<script/);
    }
  });
});
