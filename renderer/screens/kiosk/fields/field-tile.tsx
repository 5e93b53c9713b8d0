import { useId } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useKiosk, useStores, useText, useUi } from '../../../store/hooks.ts';
import { waitWords } from '../../../store/kiosk/wait-words.ts';
import { noNumberWords } from '../steps/use-no-number.ts';
import type { ProcedureField } from '../../../../shared/law/procedure.ts';
import type { FieldNews } from '../waits/use-waits.ts';
import styles from './fields-step.module.css';

type TileProps = {
  readonly field: ProcedureField;
  readonly news: FieldNews;
  /** What the head of the page says of every wait, and no tile repeats. */
  readonly saidAbove: string | null;
};

/** One field: who waits and how long it may take. One that gives no number says so, and at a touch why. */
export function FieldTile({ field, news, saidAbove }: TileProps) {
  const id = useId();
  const { kiosk } = useStores();
  const { fields: words, ways } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const matters = useKiosk((state) => state.matters);
  const shut = news.refusal && noNumberWords(news.refusal, ways, lang);
  const place = matters ? matters.indexOf(field.id) + 1 : 0;
  const choose = () => {
    if (matters && !shut) kiosk.getState().toggleMatter(field.id);
    else void kiosk.getState().chooseField(field.id);
  };
  return (
    <li>
      <button
        type="button"
        className={styles.tile}
        aria-describedby={`${id}-news`}
        data-shut={shut !== null}
        {...(matters && !shut && { 'aria-pressed': place > 0 })}
        onClick={choose}
      >
        <span className={styles.letter} aria-hidden="true" data-place={place > 0}>
          {place > 0 ? place : field.series}
        </span>
        <span className={styles.name}>{lang === 'en' ? (field.nameEn ?? field.name) : field.name}</span>
        <span aria-hidden="true" id={`${id}-news`} className={styles.waiting}>
          {shut ? (
            <span className={styles.stopped}>
              <Icon name="pause" size="1.1em" /> {shut.title} · {ways.shut.why}
            </span>
          ) : (
            <News {...news} saidAbove={saidAbove} unknown={words.waitingUnknown} />
          )}
        </span>
      </button>
    </li>
  );
}

type NewsProps = FieldNews & Pick<TileProps, 'saidAbove'> & { readonly unknown: string };

function News({ waiting, wait, saidAbove, unknown }: NewsProps) {
  const { fields: words, waits } = useText().kiosk;
  const said = wait && waitWords(wait, waits);
  return (
    <>
      <span>{waiting === null ? unknown : words.waiting(waiting)}</span>
      {wait && said !== saidAbove && (
        <span className={styles.wait} data-kind={wait.kind}>
          {said}
        </span>
      )}
    </>
  );
}
