import { LIGHT_SIGNS, type Light } from '../shared/matrixOf';

export interface WallLightProps {
  readonly light: Light;
  readonly label: string;
  /** Stands in the place of the word, which then is only read out. */
  readonly count?: number;
}

/** A light as it is told apart from far away: by its sign. The legend says what each means. */
export function WallLight({ light, label, count }: WallLightProps) {
  return (
    <span className={`light ${light}`}>
      <span aria-hidden="true">{LIGHT_SIGNS[light]}</span>
      <span className={count === undefined ? '' : 'unseen'}>{label}</span>
      {count}
    </span>
  );
}
