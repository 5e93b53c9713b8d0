// What counters, clerks and services are called on the desk's screen.
import { shortCounterName } from '../../../../shared/law/ward.ts';
import { useStores, useUi } from '../../../store/hooks.ts';
import { useFieldName, useProcedureName } from '../../catalogue-names.ts';
import type { ServiceChoice } from './rules/giving-rules.ts';

/** Names a counter shortly, in the page's language. */
export function useCounterName(): (counterId: string | null) => string {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const { counters } = host.hello().ward;
  return (counterId) => {
    const counter = counters.find(({ id }) => id === counterId);
    return counter ? shortCounterName(lang === 'vi' ? counter.name : counter.nameEn) : (counterId ?? '');
  };
}

/** Names a clerk. */
export function useClerkName(): (clerkId: string | null) => string {
  const { clerks } = useStores().host.hello().ward;
  return (clerkId) => clerks.find(({ id }) => id === clerkId)?.name ?? clerkId ?? '';
}

/** Names what a person comes for: the procedure where one was chosen, otherwise the field. */
export function useServiceName(): (service: ServiceChoice) => string {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const fieldName = useFieldName();
  const { procedures } = host.catalogue();
  return ({ fieldId, procedureCode }) => {
    const procedure =
      procedureCode === null ? undefined : procedures.find(({ code }) => code === procedureCode);
    if (!procedure) return fieldName(fieldId);
    return (lang === 'en' ? procedure.nameEn : undefined) ?? procedure.shortName;
  };
}

/** Names what a person comes for by its official name, to choose from. */
export function useFullServiceName(): (service: ServiceChoice) => string {
  const { host } = useStores();
  const fieldName = useFieldName();
  const procedureName = useProcedureName();
  const { procedures } = host.catalogue();
  return ({ fieldId, procedureCode }) => {
    const procedure =
      procedureCode === null ? undefined : procedures.find(({ code }) => code === procedureCode);
    return procedure ? procedureName(procedure) : fieldName(fieldId);
  };
}
