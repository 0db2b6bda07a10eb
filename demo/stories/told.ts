import * as bureauTakes from './bureauTakes';
import * as onTheSpot from './onTheSpot';
import type { Telling } from './telling';
import * as timerTakes from './timerTakes';
import * as townInvestigates from './townInvestigates';
import * as townSitsOnTask from './townSitsOnTask';

/** A story that is told from end to end. */
export interface Story {
  /** Of its file, without ending. */
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly told: Telling;
}

/** The three stories; the third in its three runs. */
export const STORIES_TOLD: readonly Story[] = [
  {
    name: '1-on-the-spot',
    title: '故事一：当场处罚（镇街办结）',
    about: '街子镇，游客掰弯、刻划文物保护标志牌。两名持证执法人员当场处罚一百元，当场收缴；店家又打热线反映同一件事。',
    told: onTheSpot.archived,
  },
  {
    name: '2-town-investigates',
    title: '故事二：镇街办、执法局审',
    about: '羊马街道，个体餐馆油烟直排居民楼，一个月内第三次上报。登记保存、退回补充、听证、处罚两万元、逾期、诉讼。',
    told: townInvestigates.archived,
  },
  {
    name: '3-bureau-takes',
    title: '故事三：执法局办结',
    about: '怀远镇，无证加建三层，占用耕地，媒体报道。扣押、鉴定、审核、集体讨论、留置送达、申请法院强制执行。',
    told: bureauTakes.archived,
  },
  {
    name: '3-town-sits-on-task',
    title: '故事三之二：镇街压着协办任务',
    about: '协办任务亮黄灯、亮红灯，被催办；答复敷衍被退回，被编号督办，重新答复，经核查办结。',
    told: townSitsOnTask.checked,
  },
  {
    name: '3-timer-takes',
    title: '故事三之三：红灯久未处理，执法局按时提级',
    about: '镇街按下“调查终结”的同一刻，案件已由执法局接办：两者只有一个成立，另一个被告知原因。',
    told: timerTakes.taken,
  },
];
