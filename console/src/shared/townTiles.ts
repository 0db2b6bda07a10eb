/**
 * Where each town's tile stands, as [row, column]. Schematic, not surveyed: mountains north-west, plain south-east,
 * 崇阳 near the middle. Names come from the service; here are codes only, with the name for whoever edits this.
 */
export const TOWN_TILES: Readonly<Record<string, readonly [number, number]>> = {
  510184110: [1, 1], // 文井江
  510184109: [1, 2], // 街子
  510184106: [1, 3], // 观胜
  510184107: [2, 1], // 怀远
  510184105: [2, 2], // 元通
  510184104: [2, 3], // 廖家
  510184002: [2, 4], // 羊马
  510184113: [3, 1], // 道明
  510184006: [3, 2], // 崇庆
  510184001: [3, 3], // 崇阳
  510184005: [3, 4], // 大划
  510184112: [4, 1], // 白头
  510184114: [4, 2], // 隆兴
  510184004: [4, 3], // 江源
  510184003: [4, 4], // 三江
};

/** The corner that no town stands in: the legend goes there. */
export const LEGEND_TILE = [1, 4] as const;
