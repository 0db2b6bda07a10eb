import { useOverview } from '../shared/api/reads';

const OTHERS: Readonly<Record<string, string>> = {
  bureau: '市综合执法局',
  dispatch_centre: '指挥调度中心',
  all: '全部',
};

/** The name of whoever a figure is about. */
export function useNameOf(): (who: string) => string {
  const { data: overview } = useOverview();
  return (who) => overview?.towns.find(({ code }) => code === who)?.name ?? OTHERS[who] ?? who;
}
