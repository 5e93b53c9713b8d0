import { usualSupplementRule } from '../clock/supplements.ts';
import type { CalendarPlace } from '../calendar.ts';
import type { DuePolicy, Limit } from '../clock/due-case.ts';
import type { Stage } from '../clock/stages.ts';
import type { SupplementRule } from '../clock/supplements.ts';
import type { Procedure } from '../procedure.ts';

/** What the clock needs to know of a procedure, from the catalogue and the ward's own settings. */
export type DueInputs = {
  readonly limit: Limit;
  /** The shorter limit that the office promises, with its decision; null where it has none. */
  readonly local: (Limit & { readonly decision: string }) | null;
  readonly policy: DuePolicy;
  readonly supplement: SupplementRule;
  /** Where its working time is looked up. */
  readonly place: CalendarPlace;
  /** Agencies of a chain or stages, nothing of them begun yet; empty for a procedure that stays in one hand. */
  readonly stages: readonly Stage[];
};

/**
 * A procedure as `dueDate`, `dueWithLocalLimit`, `dueWithSupplements` and `stagesDue` take it [PR9]. What the catalogue does
 * not say is the ward's policy and the usual rule of supplements.
 */
export function dueInputs(procedure: Procedure, ward: DuePolicy): DueInputs {
  const { limit, localLimit, dueAt, supplement, stages = [], fieldId } = procedure;
  return {
    limit: { value: limit.value, unit: limit.unit },
    local: localLimit ?? null,
    policy: { dueAt: dueAt ?? ward.dueAt, cutoff: limit.cutoff ?? ward.cutoff },
    supplement: supplement ?? usualSupplementRule,
    place: { field: fieldId },
    stages: stages.map((stage) => ({
      name: stage.name,
      limit: stage.limit,
      place: stage.office === null ? { field: fieldId } : { office: stage.office },
      begins: stage.begins,
      beganAtMs: null,
      pauses: [],
    })),
  };
}
