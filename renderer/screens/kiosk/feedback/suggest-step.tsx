import { Icon } from '../../../parts/icons.tsx';
import { useStores, useText, useUi } from '../../../store/hooks.ts';
import type { IconName } from '../../../parts/icons.tsx';
import styles from './feedback.module.css';

type Way = { readonly icon: IconName; readonly name: string; readonly hint: string; readonly big?: string };

/** The posted ways to suggest, complain or praise; nothing is typed here. */
export function SuggestStep() {
  const { host } = useStores();
  const { ways: words } = useText().kiosk.feedback;
  const lang = useUi((ui) => ui.lang);
  const { hotline, superior, unitEn, deskName, deskNameEn } = host.hello().ward;
  const desk = lang === 'en' ? `${deskNameEn}, ${unitEn}` : `${deskName}, ${superior}`;
  const ways: readonly Way[] = [
    ...(hotline === ''
      ? []
      : [{ icon: 'phone', name: words.hotline, big: hotline, hint: words.hotlineHint } as const]),
    { icon: 'document', name: words.box, hint: words.boxHint },
    { icon: 'person', name: words.clerk, hint: words.clerkHint },
    { icon: 'home', name: words.office, hint: desk },
  ];
  return (
    <section className={styles.page}>
      <div>
        <h1 tabIndex={-1} className={styles.title}>
          {words.title}
        </h1>
        <p className={styles.soft}>{words.hint}</p>
      </div>
      <ul className={styles.posted}>
        {ways.map(({ icon, name, hint, big }) => (
          <li key={name} className={styles.postedWay}>
            <Icon name={icon} size="2.4em" />
            <div>
              <h2>{name}</h2>
              {big !== undefined && <p className={styles.hotline}>{big}</p>}
              <p className={styles.soft}>{hint}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
