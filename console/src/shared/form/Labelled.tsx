import type { ReactNode } from 'react';

/** What ties an input to its label, to what one should know of it and to what is wrong with it. */
export interface InputIds {
  readonly id: string;
  readonly labelledBy: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

export interface LabelledProps {
  readonly label: string;
  readonly path: string;
  readonly fault: string | undefined;
  readonly note: string | undefined;
  /** Several inputs under one name: radio buttons, not one box. */
  readonly group: boolean;
  readonly children: (ids: InputIds) => ReactNode;
}

export function Labelled({ label, path, fault, note, group, children }: LabelledProps) {
  const id = `field-${path.replaceAll('/', '-')}`;
  const describes = [note === undefined ? [] : [`${id}-note`], fault === undefined ? [] : [`${id}-fault`]].flat();
  const describedBy = describes.length === 0 ? undefined : describes.join(' ');
  const ids = { id, labelledBy: `${id}-label`, describedBy, invalid: fault !== undefined };
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
      {note !== undefined && (
        <p className="note" id={`${id}-note`}>
          {note}
        </p>
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
