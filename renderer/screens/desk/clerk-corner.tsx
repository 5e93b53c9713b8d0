import { Icon } from '../../parts/icons.tsx';
import { useSession, useStores, useText, useUi } from '../../store/hooks.ts';
import classes from './desk.module.css';

/** Who works here, at which counter, in which language; and the way out. */
export function ClerkCorner() {
  const { host } = useStores();
  const { top } = useText().desk;
  const lang = useUi((ui) => ui.lang);
  const clerk = useSession((session) => session.clerk);
  const counter = useSession((session) => session.counter);
  const signOut = useSession((session) => session.signOut);
  const place = host.hello().ward.counters.find(({ id }) => id === counter);
  const placeName = (lang === 'vi' ? place?.name : place?.nameEn) ?? '';
  return (
    <div className={classes.corner}>
      <span className={classes.who}>{top.workingAs(clerk?.name ?? '', placeName)}</span>
      <LangButton />
      <button type="button" className={classes.quiet} onClick={() => void signOut()}>
        <Icon name="sign" size={18} />
        {top.signOut}
      </button>
    </div>
  );
}

/** Changes the language; says so in the other language. */
export function LangButton() {
  const { top } = useText().desk;
  const lang = useUi((ui) => ui.lang);
  const setLang = useUi((ui) => ui.setLang);
  const other = lang === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className={classes.quiet} lang={other} onClick={() => setLang(other)}>
      <Icon name="globe" size={18} />
      {top.lang}
    </button>
  );
}
