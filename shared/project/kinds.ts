// Every kind of subject with its fold: whoever keeps rows keeps those of all kinds.
import { applyCounter, applyIssuing } from './counters.ts';
import { applyDossier, DOSSIER_FOLD_VERSION } from './dossiers.ts';
import { applyFiling } from './filings.ts';
import { applyAppointment, applyHelp } from './hall.ts';
import { applyPayment } from './office/payments.ts';
import { applyReadLog } from './office/read-log.ts';
import { applySetting } from './office/settings.ts';
import { applyShift } from './office/shifts.ts';
import { applyTicket, TICKET_FOLD_VERSION } from './tickets.ts';
import type { CounterDay, IssuingLock } from './counters.ts';
import type { Dossier } from './dossiers.ts';
import type { Filing } from './filings.ts';
import type { Apply } from './fold.ts';
import type { Appointment, HelpCall } from './hall.ts';
import type { Payment } from './office/payments.ts';
import type { ReadLog } from './office/read-log.ts';
import type { SettingHistory } from './office/settings.ts';
import type { Shift } from './office/shifts.ts';
import type { SubjectKind } from './subjects.ts';
import type { Ticket } from './tickets.ts';

/** What the events of each kind make. */
type StateOf = {
  readonly dossier: Dossier;
  readonly ticket: Ticket;
  readonly counter: CounterDay;
  readonly issuing: IssuingLock;
  readonly help: HelpCall;
  readonly appointment: Appointment;
  readonly filing: Filing;
  readonly payment: Payment;
  readonly shift: Shift;
  readonly setting: SettingHistory;
  readonly readlog: ReadLog;
};

/** Version of the folds of counters, stops, calls for help and appointments together. */
const HALL_FOLD_VERSION = 1;

/** Version of the folds of filings, payments, shifts, settings and read logs together. */
const OFFICE_FOLD_VERSION = 3;

/** The fold of each kind. */
export const applyOf: { readonly [K in SubjectKind]: Apply<StateOf[K]> } = {
  dossier: applyDossier,
  ticket: applyTicket,
  counter: applyCounter,
  issuing: applyIssuing,
  help: applyHelp,
  appointment: applyAppointment,
  filing: applyFiling,
  payment: applyPayment,
  shift: applyShift,
  setting: applySetting,
  readlog: applyReadLog,
};

/** Changes whenever rows would come out differently; whoever keeps rows makes them anew then. */
export const FOLD_VERSIONS = `tickets ${TICKET_FOLD_VERSION}, dossiers ${DOSSIER_FOLD_VERSION}, hall ${HALL_FOLD_VERSION}, office ${OFFICE_FOLD_VERSION}`;
