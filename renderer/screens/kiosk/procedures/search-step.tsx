import { Icon } from '../../../parts/icons.tsx';
import { searchProcedures } from '../../../../shared/text/search.ts';
import { telexKey } from '../../../../shared/text/typing/telex.ts';
import { ScrollBox } from '../frame/scroll-box.tsx';
import { useKiosk, useQueue, useStores, useText, useUi } from '../../../store/hooks.ts';
import { TextKeyboard } from '../keyboard/keyboard.tsx';
import { arrangeFields } from '../fields/arrange-fields.ts';
import { ProcedureList } from './procedure-list.tsx';
import styles from './search-step.module.css';

/** Search without marks and by first letters; with nothing typed, the fields to look through. */
export function SearchStep() {
  const { kiosk, procedures } = useStores();
  const { search: words } = useText().kiosk;
  const typed = useKiosk((state) => state.typed);
  const day = useQueue((queue) => queue.day);
  const telex = useKiosk((state) => state.telex);
  // A key of a real keyboard is taken as one of the screen is; whatever else changed the text stands as it came.
  const type = (next: string) => {
    const key = next.startsWith(typed) ? next.slice(typed.length) : '';
    kiosk.getState().searchFor(telex && key.length === 1 ? telexKey(typed, key) : next);
  };
  const found = searchProcedures(procedures.on(day).index, typed);
  return (
    <section className={styles.search}>
      <div className={styles.results}>
        <h1 tabIndex={-1} className={styles.title}>
          {words.title}
        </h1>
        <label className={styles.label}>
          <span>{words.label}</span>
          <span className={styles.box}>
            <Icon name="search" size="1.4em" />
            <input
              type="search"
              inputMode="none"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              value={typed}
              placeholder={words.placeholder}
              onChange={(event) => type(event.target.value)}
            />
          </span>
        </label>
        <ScrollBox className={styles.scroll} label={words.results}>
          {typed.trim() === '' ? <Fields /> : <Found typed={typed} procedures={found} />}
        </ScrollBox>
      </div>
      <TextKeyboard value={typed} onChange={(text) => kiosk.getState().searchFor(text)} />
    </section>
  );
}

function Found({ typed, procedures }: { readonly typed: string } & Parameters<typeof ProcedureList>[0]) {
  const { search: words } = useText().kiosk;
  if (procedures.length === 0) {
    return (
      <div className={styles.nothing} role="status">
        <p>
          <strong>{words.nothing(typed)}</strong>
        </p>
        <p>{words.nothingHint}</p>
      </div>
    );
  }
  return (
    <>
      <p className={styles.count} role="status">
        {words.found(procedures.length)}
      </p>
      <ProcedureList key={typed} procedures={procedures} />
    </>
  );
}

function Fields() {
  const { kiosk, host, procedures } = useStores();
  const { search: words } = useText().kiosk;
  const lang = useUi((ui) => ui.lang);
  const day = useQueue((queue) => queue.day);
  const { common, others } = arrangeFields(host.catalogue());
  const { byField } = procedures.on(day);
  return (
    <>
      <h2 className={styles.count}>{words.byField}</h2>
      <ul className={styles.fields}>
        {[...common, ...others].map((field) => (
          <li key={field.id}>
            <button
              type="button"
              className={styles.field}
              onClick={() => kiosk.getState().openField(field.id)}
            >
              <span>{lang === 'en' ? (field.nameEn ?? field.name) : field.name}</span>
              <span className={styles.number}>{words.procedures(byField.get(field.id)?.length ?? 0)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
