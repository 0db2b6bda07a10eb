/** A light is a sign and a word; the colour only helps. */
const SIGNS: Readonly<Record<string, string>> = { red: '◆', yellow: '▲', green: '●', grey: '■' };

export interface LightMarkProps {
  readonly light: string;
  readonly label: string;
  readonly count?: number;
}

export function LightMark({ light, label, count }: LightMarkProps) {
  return (
    <span className={`light ${light}`}>
      <span aria-hidden="true">{SIGNS[light] ?? '○'}</span> {label}
      {count !== undefined && ` ${count}`}
    </span>
  );
}
