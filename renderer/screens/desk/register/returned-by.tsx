import { useDossiers, useText } from '../../../store/hooks.ts';
import type { Dossier } from '../../../../shared/project/dossiers.ts';

/** How a result went to the citizen and who received it, as a line of the dossier's facts; nothing before that. */
export function ReturnedBy({ dossier }: { readonly dossier: Dossier }) {
  const text = useText().desk;
  const words = text.register;
  const receiver = useDossiers((state) => state.receivers[dossier.id]);
  if (!dossier.returnedBy) return null;
  const { method, receiverIsSubmitter } = dossier.returnedBy;
  const who = () => {
    if (receiverIsSubmitter) return words.steps.receiverIsSubmitter;
    if (dossier.erasedAt !== null) return words.erased;
    if (receiver === undefined) return words.opening;
    if (receiver === 'no-key') return words.receiverNoKey;
    return words.receivedBy(receiver.receiver, receiver.idNumber);
  };
  return (
    <>
      <dt>{words.steps.method}</dt>
      <dd>
        {text.intake.finish.methods[method]} · {who()}
      </dd>
    </>
  );
}
