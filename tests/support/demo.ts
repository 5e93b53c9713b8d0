import { readFileSync } from 'node:fs';
import { parseCatalogue } from '../../shared/law/procedure.ts';
import { wardSchema } from '../../shared/law/ward.ts';
import type { ReceptionForm } from '../../shared/decide/reception.ts';
import type { Person } from '../../shared/event/dossier-facts.ts';
import type { Catalogue } from '../../shared/law/procedure.ts';
import type { WardConfig } from '../../shared/law/ward.ts';

/** The demo ward as it ships. */
export function demoWard(): WardConfig {
  return wardSchema.parse(json('ward.json'));
}

/** The demo catalogue as it ships. */
export function demoCatalogue(): Catalogue {
  const parsed = parseCatalogue(json('catalogue.json'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

/** A person nobody is. */
export const person: Person = {
  name: 'Đặng Thị Thúy Hằng',
  idNumber: '001185012345',
  birthDate: '12/03/1985',
  phone: '0912 345 678',
  email: '',
  address: 'Tổ 5, phường Thạch Bàn',
};

/** A complete birth registration (khai sinh), every mandatory paper there. */
export function birthForm(catalogue: Catalogue, change: Partial<ReceptionForm> = {}): ReceptionForm {
  const procedure = catalogue.procedures.find(({ code }) => code === '1.001193');
  if (!procedure) throw new Error('the demo catalogue has khai sinh');
  const papers = procedure.papers
    .filter(({ required }) => required)
    .map(({ id, original, certifiedCopy, photocopy }) => ({
      paperId: id,
      original,
      certifiedCopy,
      photocopy,
    }));
  return {
    dossierId: 'dossier-0001',
    procedureCode: procedure.code,
    ticketId: null,
    ticketNumber: null,
    owner: person,
    submitterIsOwner: true,
    submitter: { name: '', idNumber: '', birthDate: '', phone: '', email: '', address: '' },
    authorisation: '',
    papers,
    missingReason: '',
    sets: 1,
    copies: 1,
    pages: 1,
    exemptions: [],
    officerDue: null,
    returnMethod: 'counter',
    note: '',
    ...change,
  };
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../build/demo/${file}`, import.meta.url), 'utf8'));
}
