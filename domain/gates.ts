import type { CaseState, Penalty } from './case';
import type { Gate, GateKind } from './catalogue';
import { largestSum } from './penalty';

/** The row by which a gate is due for this penalty in this case; null where none speaks. */
export function gateDue(
  state: Pick<CaseState, 'law' | 'item' | 'grade' | 'party'>,
  kind: GateKind,
  penalty: Penalty,
): Gate | null {
  return state.law.gates.find((gate) => gate.gate === kind && speaks(gate, state, penalty)) ?? null;
}

function speaks(
  gate: Gate,
  { item, grade, party }: Pick<CaseState, 'item' | 'grade' | 'party'>,
  penalty: Penalty,
): boolean {
  return (
    (gate.field === null || gate.field === item.field) &&
    (gate.grade === null || gate.grade === grade) &&
    (gate.party === null || gate.party === party?.kind) &&
    (gate.from === null || largestSum(penalty) >= gate.from) &&
    (gate.words.length === 0 || penalty.others.some((kind) => gate.words.some((word) => kind.includes(word))))
  );
}
