import { Icon } from '../parts/icons.tsx';
import { useText, useUi } from '../store/hooks.ts';
import classes from './lang-button.module.css';

/** Changes the language; says so in the other language. */
export function LangButton() {
  const { top } = useText().desk;
  const lang = useUi((ui) => ui.lang);
  const setLang = useUi((ui) => ui.setLang);
  const other = lang === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className={classes.lang} lang={other} onClick={() => setLang(other)}>
      <Icon name="globe" size={18} />
      {top.lang}
    </button>
  );
}
