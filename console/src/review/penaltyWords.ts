export interface Penalty {
  readonly warning: boolean;
  readonly fine: number;
  readonly confiscation?: number;
  readonly others?: readonly string[];
}

export function penaltyWords({ warning, fine, confiscation = 0, others = [] }: Penalty): string {
  const parts = [
    ...(warning ? ['警告'] : []),
    ...(fine > 0 ? [`罚款 ${fine} 元`] : []),
    ...(confiscation > 0 ? [`没收违法所得 ${confiscation} 元`] : []),
    ...others,
  ];
  return parts.length === 0 ? '不予处罚' : parts.join('，');
}
