import { useState } from 'react';
import { useText } from '../../../../store/hooks.ts';
import { BarButton } from '../lists/bar-button.tsx';
import { BulkDialog } from './bulk-dialog.tsx';

/** Opens the list of what changes hands together. */
export function BulkButton() {
  const words = useText().filings.bulk;
  const [open, setOpen] = useState(false);
  return (
    <>
      <BarButton icon="people" words={words.start} onPress={() => setOpen(true)} />
      {open && <BulkDialog onClose={() => setOpen(false)} />}
    </>
  );
}
