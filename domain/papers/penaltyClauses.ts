import type { Penalty } from '../case';
import { chineseAmount } from './chineseAmount';
import { yuanText } from './words';

/** What is imposed, part by part, the amounts also in capitals. Empty where nothing is. */
export function penaltyClauses({ warning, fine, confiscation, others }: Penalty): readonly string[] {
  return [
    ...(warning ? ['警告'] : []),
    ...(fine > 0 ? [`罚款人民币${yuanText(fine)}（大写：${chineseAmount(fine)}）`] : []),
    ...(confiscation > 0
      ? [`没收违法所得人民币${yuanText(confiscation)}（大写：${chineseAmount(confiscation)}）`]
      : []),
    ...others,
  ];
}

export function penaltySentence(penalty: Penalty): string {
  const clauses = penaltyClauses(penalty);
  return clauses.length === 0 ? '不予行政处罚' : clauses.join('；');
}
