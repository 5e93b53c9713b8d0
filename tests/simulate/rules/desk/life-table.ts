// The life cycle said a second time, from DOMAIN 4.2 and 4.3 and not from the source: every other state, act and role is refused.

/** One row: `act | from | to | who`; `+` before a state: only where steps inside the house are not recorded. */
const ROWS = `
file                  | draft                                                | filed                   | citizen reception
receive               | draft filed incomplete                               | received                | reception
turn-back             | draft filed incomplete                               | incomplete              | reception
refuse                | draft filed incomplete                               | refused                 | reception
hand-over             | received                                             | handed-over             | reception
take-over             | handed-over                                          | in-process              | specialist
hand-back             | handed-over                                          | received                | specialist
assign-anew           | handed-over in-process                               | handed-over             | head
propose-supplement    | in-process                                           | =                       | specialist
ask-supplement        | in-process +received +handed-over                    | awaiting-supplement     | reception
take-supplement       | awaiting-supplement                                  | <                       | reception
give-up-supplement    | awaiting-supplement                                  | stopped                 | reception
ask-duty              | in-process +received +handed-over                    | awaiting-duty           | specialist cashier
prove-duty            | awaiting-duty                                        | <                       | specialist cashier
send-on               | in-process +received +handed-over                    | at-agency               | specialist
take-back             | at-agency                                            | <                       | specialist
suspend               | in-process +received +handed-over                    | suspended               | specialist
resume                | suspended                                            | <                       | specialist
submit                | in-process                                           | to-sign                 | specialist
send-back             | to-sign                                              | in-process              | leader
sign                  | to-sign                                              | signed                  | leader
release               | signed +received +handed-over +in-process +at-agency +to-sign | result-ready   | registry reception
find-ineligible       | in-process to-sign signed +received +handed-over     | ineligible              | leader
return                | result-ready                                         | returned                | reception
return-home           | result-ready                                         | returned-at-home        | reception
return-electronically | result-ready                                         | returned-electronically | reception
post                  | result-ready                                         | in-post                 | reception
prove-delivery        | in-post +result-ready                                | returned-by-post        | reception
take-from-post        | in-post                                              | result-ready            | reception
ask-withdrawal        | received handed-over in-process at-agency awaiting-supplement awaiting-duty suspended to-sign | withdrawal-asked | citizen reception
decline-withdrawal    | withdrawal-asked                                     | <                       | reception leader
withdraw              | withdrawal-asked                                     | withdrawn               | reception leader
extend                | received handed-over in-process at-agency to-sign signed | =                   | leader head
stop                  | received handed-over in-process at-agency awaiting-supplement awaiting-duty suspended to-sign | stopped | leader
`;

/** A row of the table; `to` is a state, `=` (it stays) or `<` (back to what the wait interrupted). */
export type LifeRow = {
  readonly act: string;
  readonly from: readonly string[];
  /** States that also lead there where steps inside the house are not recorded. */
  readonly quick: readonly string[];
  readonly to: string;
  readonly who: readonly string[];
};

/** Every act of DOMAIN 4.3. */
export const lifeTable: readonly LifeRow[] = ROWS.trim()
  .split('\n')
  .map((line) => {
    const [act = '', states = '', to = '', who = ''] = line.split('|').map((cell) => cell.trim());
    const all = states.split(' ');
    return {
      act,
      from: all.filter((state) => !state.startsWith('+')),
      quick: all.filter((state) => state.startsWith('+')).map((state) => state.slice(1)),
      to,
      who: who.split(' '),
    };
  });

/** States in which a dossier waits, and the kind of pause; no pause at another agency, where the due date runs on. */
export const WAITS: Readonly<Record<string, string | null>> = {
  'awaiting-supplement': 'supplement',
  'awaiting-duty': 'duty',
  suspended: 'suspended',
  'withdrawal-asked': 'withdrawal',
  'at-agency': null,
};

/** Who records what others did, where offices work without this software. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  reception: ['reception', 'specialist', 'registry', 'cashier', 'leader'],
  head: ['head', 'reception', 'specialist', 'registry', 'cashier', 'leader'],
};

/** Every role of DOMAIN 4.3. */
export const ROLES = [
  'citizen',
  'guide',
  'reception',
  'specialist',
  'head',
  'leader',
  'registry',
  'cashier',
  'admin',
  'inspector',
] as const;

/** What the table says about an act: where it leads, or why it is refused. */
export function tableSays(
  act: string,
  state: string,
  below: readonly string[],
  role: string,
  isUsual: boolean,
): { readonly state: string; readonly below: readonly string[] } | 'dossier-step-wrong' | 'act-role-wrong' {
  const row = lifeTable.find((one) => one.act === act);
  if (!row || !(row.from.includes(state) || (isUsual && row.quick.includes(state))))
    return 'dossier-step-wrong';
  const roles = (isUsual && STAND_INS[role]) || [role];
  if (!roles.some((one) => row.who.includes(one))) return 'act-role-wrong';
  if (row.to === '=') return { state, below };
  if (row.to === '<') return { state: below.at(-1) ?? 'in-process', below: below.slice(0, -1) };
  return { state: row.to, below: row.to in WAITS ? [...below, state] : [] };
}
