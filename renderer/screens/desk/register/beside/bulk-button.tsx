import { Button } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../../store/hooks.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import classes from './bulk.module.css';

/** Opens the list of what changes hands together. */
export function BulkButton() {
  const words = useText().filings.bulk;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        className={classes.open}
        size="compact-sm"
        fz={14}
        h={32}
        variant="default"
        onClick={() => setOpen(true)}
      >
        {words.start}
      </Button>
      {open && <BulkDialog onClose={() => setOpen(false)} />}
    </>
  );
}
