// What things of the catalogue are called in the language of the page; official names stay Vietnamese.
import { useStores, useUi } from '../store/hooks.ts';

/** A procedure as a dossier or a ticket remembers it. */
type ProcedureRef = { readonly code: string; readonly name: string };

/** Names a procedure in the page's language; without an English name it keeps the one it was received under. */
export function useProcedureName(): (procedure: ProcedureRef) => string {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const { procedures } = host.catalogue();
  return ({ code, name }) =>
    (lang === 'en' ? procedures.find((each) => each.code === code)?.nameEn : undefined) ?? name;
}

/** Names a field in the page's language; one that the catalogue does not have keeps the name it came with. */
export function useFieldName(): (fieldId: string, known?: string) => string {
  const { host } = useStores();
  const lang = useUi((ui) => ui.lang);
  const { fields } = host.catalogue();
  return (fieldId, known = fieldId) => {
    const field = fields.find(({ id }) => id === fieldId);
    return (lang === 'en' ? field?.nameEn : undefined) ?? field?.name ?? known;
  };
}
