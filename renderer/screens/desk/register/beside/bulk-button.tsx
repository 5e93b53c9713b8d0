import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../../parts/icons.tsx';
import { useText } from '../../../../store/hooks.ts';
import { BulkDialog } from './bulk-dialog.tsx';

/** Opens the list of what changes hands together. */
export function BulkButton() {
  const words = useText().filings.bulk;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="dark"
        size="sm"
        h={40}
        px={12}
        fw={500}
        leftSection={<Icon name="people" size={18} />}
        onClick={() => setOpen(true)}
      >
        {words.start}
      </Button>
      {open && <BulkDialog onClose={() => setOpen(false)} />}
    </>
  );
}
