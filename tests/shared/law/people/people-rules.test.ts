import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  approvalMatters,
  approverRoles,
  mayApprove,
  needsApproval,
} from '../../../../shared/law/people/approval.ts';
import { lockAfterMinutes } from '../../../../shared/law/people/people-rules.ts';
import { pinTrouble } from '../../../../shared/law/people/pin-rules.ts';
import { changedWard } from '../../../../shared/law/settings/change.ts';
import { changedParts, differences } from '../../../../shared/law/settings/difference.ts';
import { mayChangeSettings, sectionNames, sectionOf } from '../../../../shared/law/settings/sections.ts';
import { clerkRoles } from '../../../../shared/law/people/clerk-roles.ts';
import { demoWard } from '../../../support/demo.ts';

describe('people', () => {
  it('[PE1] nobody at the counter agrees alone, and a ward may ask for less', () => {
    for (const what of approvalMatters) {
      expect(approverRoles[what]).not.toContain('reception');
      expect(mayApprove('inspector', what)).toBe(false);
      expect(needsApproval({}, what)).toBe(true);
      expect(needsApproval({ people: { fourEyes: ['erasure'] } }, what)).toBe(what === 'erasure');
    }
  });

  it('[PE2] desks lock after five minutes where the ward does not say', () => {
    expect(lockAfterMinutes({})).toBe(5);
    expect(lockAfterMinutes({ people: { lockAfterMinutes: 12 } })).toBe(12);
  });

  it('[PE3] PINs that are guessed in a few tries are not taken', () => {
    const weak = ['1111', '1234', '9876', '0123', '1212', '123123', '55555555', '7890', '8765'];
    expect(weak.map(pinTrouble)).toEqual(weak.map(() => 'pin-weak'));
    const birthdays = ['1985', '2004', '050685', '311299', '05061985', '19850605'];
    expect(birthdays.map(pinTrouble)).toEqual(birthdays.map(() => 'pin-birthday'));
    expect(['123', '123456789', '12a4', ''].map(pinTrouble)).toEqual(Array(4).fill('pin-format'));
    expect(['4820', '1357', '2468', '8642', '97531', '402817', '90481726'].map(pinTrouble)).toEqual(
      Array(7).fill(null),
    );
  });
});

describe('settings', () => {
  const ward = demoWard();

  it('[SE1] [G01] no change brings a PIN, takes one away, or lets anything into the file that is not valid', () => {
    const clerks = ward.clerks.map((clerk) => ({ ...clerk, pin: '9999' }));
    const renamed = clerks.map((clerk) => (clerk.id === 'lan' ? { ...clerk, name: 'Nguyễn Lan' } : clerk));
    const changed = changedWard(ward, { clerks: { clerks: renamed } });
    expect(changed.ok && changed.value.clerks.map(({ pin }) => pin)).toEqual(
      ward.clerks.map(({ pin }) => pin),
    );
    expect(JSON.stringify(sectionOf(ward, 'clerks'))).not.toContain('pin');
    fc.assert(
      fc.property(
        fc.constantFrom(...sectionNames),
        fc.dictionary(fc.constantFrom('counters', 'queue', 'unit', 'people'), fc.jsonValue()),
        (section, value) => {
          const outcome = changedWard(ward, { [section]: value });
          return !outcome.ok || outcome.value.ward === ward.ward;
        },
      ),
      { seed: 6, numRuns: 200 },
    );
  });

  it('[SE1] [G01] what changed is told place by place, and a fact holds only that', () => {
    const before = {
      counters: [
        { id: 'q1', name: 'Quầy 1', series: ['A'] },
        { id: 'q2', name: 'Quầy 2', series: ['B'] },
      ],
    };
    const after = {
      counters: [
        { id: 'q1', name: 'Quầy Một', series: ['A'] },
        { id: 'q2', name: 'Quầy 2', series: ['B'] },
      ],
    };
    expect(differences(before, after)).toEqual([
      { path: 'counters.q1.name', before: 'Quầy 1', after: 'Quầy Một' },
    ]);
    const [was, is] = changedParts(before, after);
    expect(differences(was, is)).toEqual(differences(before, after));
    expect(JSON.stringify(was)).not.toContain('q2');
  });

  it('[SE1] [G01] heads and administrators change settings, nobody else', () => {
    expect(clerkRoles.filter(mayChangeSettings)).toEqual(['head', 'admin']);
  });
});
