import type { ReactNode } from 'react';

export interface StateProps {
  readonly kind: 'loading' | 'empty' | 'failed' | 'forbidden';
  readonly title: string;
  readonly children?: ReactNode;
}

const SIGNS = { loading: '…', empty: '○', failed: '!', forbidden: '⊘' } as const;

/** What stands where there is nothing to show: that, why, and what to do. */
export function State({ kind, title, children }: StateProps) {
  return (
    <section className={`state ${kind}`} role={kind === 'failed' || kind === 'forbidden' ? 'alert' : 'status'}>
      <span className="sign" aria-hidden="true">
        {SIGNS[kind]}
      </span>
      <div>
        <strong>{title}</strong>
        {children}
      </div>
    </section>
  );
}
