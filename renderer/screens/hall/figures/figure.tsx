import { Icon } from '../../../parts/icons.tsx';
import classes from './figures.module.css';

/** A figure that opens into its rows; nothing to open where there are none. */
export function Figure({
  words,
  empty,
  title,
  onOpen,
}: {
  readonly words: string;
  readonly empty: boolean;
  readonly title: string;
  readonly onOpen: () => void;
}) {
  if (empty) return <span className={classes.quiet}>{words}</span>;
  return (
    <button type="button" className={classes.figure} title={title} onClick={onOpen}>
      {words}
    </button>
  );
}

/** What a figure means, under it. */
export function Definition({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <p className={classes.definition}>
      <Icon name="info" size={16} />
      <span>
        <strong>{name}.</strong> {words}
      </span>
    </p>
  );
}
