import { useOverview } from '../shared/api/reads';
import type { Me } from '../shared/api/types';
import { LightMark } from '../shared/LightMark';
import { isOpen } from '../shared/cases/isOpen';

const LIGHTS = ['red', 'yellow', 'green', 'grey'];

export interface LightCountsProps {
  readonly me: Me;
  readonly chosen: string | null;
  readonly choose: (light: string | null) => void;
}

/** How many of each light, and a press shows only those. */
export function LightCounts({ chosen, choose }: LightCountsProps) {
  const { data } = useOverview();
  if (data === undefined) return null;
  const count = (light: string): number =>
    data.cells.filter((cell) => isOpen(cell.stage) && cell.light === light).reduce((sum, { cases }) => sum + cases, 0);
  return (
    <div className="light-counts" role="group" aria-label="按灯筛选">
      {LIGHTS.map((light) => (
        <button
          key={light}
          type="button"
          aria-pressed={chosen === light}
          onClick={() => choose(chosen === light ? null : light)}
        >
          <LightMark light={light} label={data.labels.lights[light] ?? light} />
          <strong>{count(light)}</strong>
        </button>
      ))}
    </div>
  );
}
