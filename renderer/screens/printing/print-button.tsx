import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../parts/icons.tsx';
import { useShortcuts } from '../desk/shortcuts.tsx';
import { AskReason } from './ask-reason.tsx';
import classes from './printing.module.css';
import type { Ref } from 'react';

type Props = {
  readonly words: {
    /** What the button says now. */
    readonly label: string;
    /** Over the reasons. */
    readonly title: string;
  };
  /** Whether the paper may be out already: then it is printed only with a reason, and marked. */
  readonly again: boolean;
  readonly printing: boolean;
  readonly onPrint: (reason: string) => void;
  readonly quiet?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  /** The key that presses it from anywhere on the page. */
  readonly shortcut?: 'F8';
};

/** Prints a paper, again only with a reason [R04]. */
export function PrintButton({ words, again, printing, onPrint, quiet = again, ref, shortcut }: Props) {
  const [asking, setAsking] = useState(false);
  const press = () => {
    if (printing) return;
    if (again) setAsking(true);
    else onPrint('');
  };
  useShortcuts(shortcut ? { [shortcut]: press } : {});
  if (asking)
    return (
      <AskReason
        title={words.title}
        onReason={(reason) => {
          setAsking(false);
          onPrint(reason);
        }}
        onClose={() => setAsking(false)}
      />
    );
  return (
    <Button
      ref={ref}
      size="sm"
      variant={quiet ? 'default' : 'filled'}
      loading={printing}
      leftSection={<Icon name="printer" />}
      rightSection={shortcut && <kbd className={classes.kbd}>{shortcut}</kbd>}
      onClick={press}
    >
      {words.label}
    </Button>
  );
}
