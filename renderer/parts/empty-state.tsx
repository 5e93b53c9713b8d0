import { Icon } from './icons.tsx';
import classes from './parts.module.css';
import type { ReactNode } from 'react';
import type { IconName } from './icons.tsx';

/** What an empty place says. */
export type EmptyStateProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly line?: string;
  /** What one can do about it. */
  readonly children?: ReactNode;
};

/** A place with nothing in it yet: says so, and what to do. */
export function EmptyState({ icon, title, line, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <span className={classes.emptyIcon}>
        <Icon name={icon} size={40} />
      </span>
      <p className={classes.emptyTitle}>{title}</p>
      {line !== undefined && <p className={classes.emptyLine}>{line}</p>}
      {children}
    </div>
  );
}

/** Data is being read. */
export function Loading({ words }: { readonly words: string }) {
  return (
    <div className={classes.empty} role="status">
      <span className={classes.spinner} />
      <p className={classes.emptyLine}>{words}</p>
    </div>
  );
}
