import { Component } from 'react';
import type { ReactNode } from 'react';

type Props = {
  /** Told once about the error; it writes the log. */
  readonly onBug: (error: unknown) => void;
  /** What stands in the place of the page that broke. */
  readonly safe: (error: unknown) => ReactNode;
  readonly children: ReactNode;
};
type State = { readonly broken: { readonly error: unknown } | null };

/** Catches a bug while a page is drawn, so that a safe screen stands there instead of nothing. A class: React has no other way. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: null };

  static getDerivedStateFromError(error: unknown): State {
    return { broken: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onBug(error);
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.safe(this.state.broken.error) : this.props.children;
  }
}
