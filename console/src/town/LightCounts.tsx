import { useOverview } from '../shared/api/reads';
import { LightMark } from '../shared/LightMark';

const LIGHTS = ['red', 'yellow', 'green', 'grey'];

export interface LightCountsProps {
  /** The light of each thing in the list below. */
  readonly lights: readonly string[];
  readonly chosen: string | null;
  readonly choose: (light: string | null) => void;
}

/** How many of each light stand in the list, and a press shows only those. */
export function LightCounts({ lights, chosen, choose }: LightCountsProps) {
  const { data } = useOverview();
  if (data === undefined) return null;
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
          <strong>{lights.filter((each) => each === light).length}</strong>
        </button>
      ))}
    </div>
  );
}
