// Dossiers received in the days before, some of them moved on; the oldest open ones are overdue by now.
import { proceduresOn } from '../../../shared/law/procedure.ts';
import { wardDay } from '../../../shared/basics/time.ts';
import type { ReceptionForm } from '../../../shared/decide/reception.ts';
import type { Procedure } from '../../../shared/law/procedure.ts';
import type { FakeWorld } from '../fake-world.ts';

const NAMES = [
  'Nguyễn Thị Hòa',
  'Trần Văn Được',
  'Lê Thị Ngọc Ánh',
  'Phạm Quốc Khánh',
  'Đỗ Thị Ưng',
  'Vũ Đình Phượng',
];
const DAY_MS = 86_400_000;
const DAYS = 4;
const CLERK = { id: 'lan', name: 'Nguyễn Thị Lan', role: 'reception' as const };

/** Receives `count` dossiers, spread over the last days and this morning; leaves the clock at this morning. */
export async function fillDossiers({ deps, control }: FakeWorld, count: number): Promise<void> {
  const { acts, clock, host } = deps;
  const procedures = proceduresOn(host.catalogue(), wardDay(clock.nowMs())).filter(
    ({ limit }) => limit.value !== null && limit.unit !== 'campaign',
  );
  const perDay = Math.ceil(count / DAYS);
  for (let i = 0; i < count; i += 1) {
    const procedure = procedures[(i * 7) % procedures.length];
    if (!procedure) return;
    const made = await acts.receive(formOf(procedure, i), CLERK);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const { id } = made.value.value;
    if (i % 3 === 0) {
      const to = host.hello().ward.offices[i % 5] ?? '';
      await acts.act(id, { act: 'hand-over', to }, CLERK);
    }
    if (i % 6 === 5) {
      await acts.act(id, { act: 'hand-over', to: host.hello().ward.offices[0] ?? '' }, CLERK);
      await acts.act(id, { act: 'release', resultNo: `${i}/GXN-UBND` }, CLERK);
    }
    control.pass((i + 1) % perDay === 0 && i + 1 < count ? DAY_MS : 60_000);
  }
}

function formOf(procedure: Procedure, i: number): ReceptionForm {
  const person = {
    name: NAMES[i % NAMES.length] ?? 'Nguyễn Văn A',
    idNumber: '001180012345',
    birthDate: '1980',
    phone: '0912345678',
    email: '',
    address: 'Tổ 5, phường Thạch Bàn',
  };
  return {
    dossierId: `dossier:${String(i + 1).padStart(32, '0')}`,
    procedureCode: procedure.code,
    ticketId: null,
    ticketNumber: null,
    owner: person,
    submitterIsOwner: true,
    submitter: person,
    authorisation: '',
    papers: procedure.papers.map(({ id }) => ({ paperId: id, original: 1, certifiedCopy: 0, photocopy: 0 })),
    missingReason: 'thử',
    sets: 1,
    copies: 1,
    pages: 1,
    exemptions: [],
    officerDue: null,
    returnMethod: 'counter',
    note: '',
  };
}
