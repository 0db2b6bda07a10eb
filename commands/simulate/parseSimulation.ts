import { parseArgs } from 'node:util';
import { addDays, addMonths, isLawDate } from '../../domain/time/lawDate';
import { LEAST_REPLICATIONS } from '../../simulation/interval';
import type { Days } from '../../simulation/simulate';

export const USAGE = `用法：npm run simulate -- [--past] --from 2026-01-01 --to 2026-12-31
  --past               用数据库里的以往季节（缺省按 config/simulation 虚拟一季）
  --figures 目录       另用一套虚拟季节的数据
  --catalogue 目录     假设：另一套目录（分级规则、赋权、时限、督办阶梯）
  --officers 增减      假设：人员，如 510184107=+2,bureau=-3,reviewers=+1
  --check              留出最后一个月，看模型能否预测
  --replications 100   重复次数，不少于 ${LEAST_REPLICATIONS}
  --seed 1             种子
  --json 文件          另写成 JSON（- 为标准输出，只输出 JSON）`;

/** What somebody asked for that can't be done; in Chinese. */
export class BadOptions extends Error {
  override readonly name = 'BadOptions';
}

export interface SimulationOptions {
  readonly past: boolean;
  readonly days: Days;
  /** Folder of a made-up season's figures; null = the shipped ones. */
  readonly figures: string | null;
  readonly catalogue: string | null;
  readonly officers: string | null;
  readonly check: boolean;
  readonly replications: number;
  readonly seed: number;
  readonly json: string | null;
}

const MONTHS_MOST = 36;

/** Throws a BadOptions that says what is possible. */
export function parseSimulation(args: readonly string[]): SimulationOptions {
  const values = valuesOf(args);
  const { from, to, catalogue = null, officers = null, check, json = null } = values;
  if (from === undefined || to === undefined || !isLawDate(from) || !isLawDate(to)) {
    throw new BadOptions(`--from 和 --to 应为日期，如 2026-01-01。\n${USAGE}`);
  }
  if (from > to) throw new BadOptions(`--from ${from} 晚于 --to ${to}。`);
  if (to >= addMonths(from, MONTHS_MOST)) throw new BadOptions(`一季不超过 ${MONTHS_MOST} 个月。`);
  if (check && to !== addDays(addMonths(`${to.slice(0, 7)}-01`, 1), -1)) {
    throw new BadOptions(`--check 留出最后一个整月：--to 应为月末，不是 ${to}。`);
  }
  if (check && (catalogue !== null || officers !== null)) {
    throw new BadOptions('--check 检验模型本身，不与 --catalogue、--officers 同用。');
  }
  const replications = whole('--replications', values.replications, LEAST_REPLICATIONS, 10_000);
  const seed = whole('--seed', values.seed, 0, 2 ** 31 - 1);
  return {
    past: values.past,
    days: { from, to },
    figures: values.figures ?? null,
    catalogue,
    officers,
    check,
    replications,
    seed,
    json,
  };
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        past: { type: 'boolean', default: false },
        from: { type: 'string' },
        to: { type: 'string' },
        figures: { type: 'string' },
        catalogue: { type: 'string' },
        officers: { type: 'string' },
        check: { type: 'boolean', default: false },
        replications: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        json: { type: 'string' },
      },
    }).values;
  } catch {
    throw new BadOptions(USAGE);
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new BadOptions(`${name} 应为 ${least} 到 ${most} 的整数，不是 ${text}。`);
}
