const UNITS = [
  [86_400_000, '天'],
  [3_600_000, '小时'],
  [60_000, '分钟'],
  [1_000, '秒'],
] as const;

export function durationWords(ms: number): string {
  const [size, name] = UNITS.find(([unit]) => ms >= unit) ?? UNITS[3];
  return `${(ms / size).toFixed(1)} ${name}`;
}
