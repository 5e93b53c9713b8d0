import { useState } from 'react';
import { useStores, useText, useUi } from '../../../store/hooks.ts';
import type { Call } from '../announcements.ts';
import styles from './slide.module.css';

/** A picture of the ward beside the number that was called last; a picture that cannot be read gives the room to the number. */
export function Slide({ src, call }: { readonly src: string; readonly call: Call | null }) {
  const { display: words } = useText();
  const lang = useUi((ui) => ui.lang);
  const { counters } = useStores().host.hello().ward;
  const [broken, setBroken] = useState<string | null>(null);
  const counter = counters.find(({ id }) => id === call?.counter);
  const name = (lang === 'en' ? counter?.nameEn : counter?.name) ?? call?.counter ?? '';
  return (
    <section className={styles.slide} data-alone={call === null}>
      {broken !== src && (
        <img className={styles.picture} src={src} alt={words.slide} onError={() => setBroken(src)} />
      )}
      {call && (
        <div className={styles.last}>
          <h1 className={styles.title}>{words.lastCalled}</h1>
          <p className={styles.number}>{call.number}</p>
          <p className={styles.place}>{name.split(' – ')[0]}</p>
        </div>
      )}
    </section>
  );
}
