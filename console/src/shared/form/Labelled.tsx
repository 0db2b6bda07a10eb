import type { ReactNode } from 'react';

/** What ties an input to its label and to what is wrong with it. */
export interface InputIds {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
}

export interface LabelledProps {
  readonly label: string;
  readonly path: string;
  readonly fault: string | undefined;
  /** Several inputs under one name: radio buttons, not one box. */
  readonly group: boolean;
  readonly children: (ids: InputIds) => ReactNode;
}

export function Labelled({ label, path, fault, group, children }: LabelledProps) {
  const id = `field-${path.replaceAll('/', '-')}`;
  const ids = { id, labelledBy: `${id}-label`, describedBy: fault === undefined ? undefined : `${id}-fault` };
  return (
    <div className="field">
      {group ? (
        <span className="label" id={ids.labelledBy}>
          {label}
        </span>
      ) : (
        <label className="label" id={ids.labelledBy} htmlFor={id}>
          {label}
        </label>
      )}
      {children(ids)}
      {fault !== undefined && (
        <p className="fault" id={ids.describedBy} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
