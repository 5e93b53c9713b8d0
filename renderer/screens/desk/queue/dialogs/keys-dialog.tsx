import { Button } from '@mantine/core';
import { useText } from '../../../../store/hooks.ts';
import { Dialog } from './dialog.tsx';
import classes from './dialogs.module.css';
import type { Messages } from '../../../../../shared/text/messages/index.ts';

type Line = { readonly keys: readonly string[]; readonly words: string };

/** Every key of the desk. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { desk } = useText();
  const words = desk.giving.keys;
  return (
    <Dialog title={words.title} onClose={onClose} wide>
      <div className={classes.two}>
        {groupsOf(desk).map(({ title, lines }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl className={classes.keys}>
              {lines.map((line) => (
                <div key={line.words}>
                  <dt>
                    {line.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{line.words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className={classes.buttons}>
        <Button data-first="" onClick={onClose}>
          {desk.counterWork.close}
        </Button>
      </div>
    </Dialog>
  );
}

function groupsOf({ keys, giving }: Messages['desk']): readonly { title: string; lines: readonly Line[] }[] {
  const { keys: more } = giving;
  const line = (words: string, ...shown: readonly string[]): Line => ({ keys: shown, words });
  return [
    {
      title: more.groups.call,
      lines: [
        line(keys.call, 'F2'),
        line(more.again, 'Shift', 'F2'),
        line(more.start, 'F3'),
        line(more.undo, 'Shift', 'F3'),
        line(more.done, 'F7'),
        line(more.absent, 'Shift', 'F7'),
      ],
    },
    {
      title: more.groups.list,
      lines: [
        line(more.pickList, 'F6'),
        line(keys.move, '↑', '↓'),
        line(more.typeNumber, '0–9'),
        line(more.callRow, 'Enter'),
        line(more.more, '→'),
        line(more.choose, '1–5'),
        line(keys.back, 'Esc'),
      ],
    },
    {
      title: more.groups.work,
      lines: [line(keys.receive, 'F4'), line(keys.print, 'F8'), line(keys.search, '/', 'Ctrl+K')],
    },
    {
      title: more.groups.other,
      lines: [
        line(more.give, 'F9'),
        line(more.direct, 'Shift', 'F9'),
        line(more.help, 'Shift', 'F1'),
        line(more.all, '?'),
      ],
    },
  ];
}
