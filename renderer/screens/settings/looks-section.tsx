import { SegmentedControl } from '@mantine/core';
import { Section } from '../../parts/section.tsx';
import { useText, useUi } from '../../store/hooks.ts';
import classes from './settings.module.css';

/** Language, contrast and text size of this page. */
export function LooksSection() {
  const { settings, common } = useText();
  const { looks } = common;
  const lang = useUi((ui) => ui.lang);
  const contrast = useUi((ui) => ui.contrast);
  const text = useUi((ui) => ui.text);
  const setLang = useUi((ui) => ui.setLang);
  const setContrast = useUi((ui) => ui.setContrast);
  const setText = useUi((ui) => ui.setText);
  return (
    <Section title={settings.looks.title} line={settings.looks.hint}>
      <div className={classes.looks}>
        <Choice name={looks.lang} value={lang} words={looks.langs} onChange={setLang} />
        <Choice name={looks.contrast} value={contrast} words={looks.contrasts} onChange={setContrast} />
        <Choice name={looks.text} value={text} words={looks.texts} onChange={setText} />
      </div>
    </Section>
  );
}

type ChoiceProps<T extends string> = {
  readonly name: string;
  readonly value: T;
  readonly words: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
};

function Choice<T extends string>({ name, value, words, onChange }: ChoiceProps<T>) {
  const data = (Object.keys(words) as T[]).map((key) => ({ value: key, label: words[key] }));
  return (
    <div className={classes.choice}>
      <span>{name}</span>
      <SegmentedControl<T> size="md" aria-label={name} value={value} data={data} onChange={onChange} />
    </div>
  );
}
