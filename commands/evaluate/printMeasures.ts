import { FIELDS } from '../../domain/catalogue';
import { FIELD_LABELS } from '../../domain/labels';
import type { Domain } from '../labelled/readLabelled';
import type { Measures, Share } from './measure';

const SHOWN: readonly Domain[] = ['out_of_scope', ...FIELDS];

export function printMeasures(title: string, measures: Measures): void {
  const { byClass, confusion, dispatched, cases, macroF1 } = measures;
  console.log(`\n## ${title}: ${measures.clues} clues`);
  row('scope right (ours or not)', measures.scope);
  row('  counting all on the desk as ours', measures.scopeByOutcome);
  row('scope and field right', measures.field);
  console.log(
    `${pad('field macro-F1')}${macroF1.value === null ? '–' : macroF1.value.toFixed(3)}  over ${macroF1.classes.length} classes with 7 examples or more`,
  );
  row('sure without a person, of ours', dispatched.ours);
  row('  and right', dispatched.precision);
  row('case by itself (town clear), of ours', cases.ours);
  row('  and right', cases.precision);
  row('left to the desk, of all', measures.desk);
  row('town right, of located', measures.town);
  row('  of those where one was told', measures.townWhereTold);
  row('item top-1', measures.itemTop1);
  row('item top-3', measures.itemTop3);
  row('item right where sure', measures.itemOfDispatched);
  row('grade right where the item is', measures.grade);

  console.log('\nclass                       n  precision  recall      F1');
  for (const { domain, examples, precision, recall, f1 } of byClass) {
    if (examples === 0 && precision === null) continue;
    console.log(
      `${wide(labelOf(domain), 22)}${String(examples).padStart(7)}${three(precision)}${three(recall)}${three(f1)}`,
    );
  }

  console.log('\nconfusion (rows: true, columns: said)');
  console.log(`${wide('', 14)}${SHOWN.map((domain) => wide(labelOf(domain).slice(0, 3), 8)).join('')}`);
  for (const truth of SHOWN) {
    const cells = SHOWN.map((said) => confusion[`${truth} ${said}`] ?? 0);
    if (cells.some((count) => count > 0))
      console.log(`${wide(labelOf(truth), 14)}${cells.map((count) => String(count).padEnd(8)).join('')}`);
  }

  console.log(`\nreliability: mean distance of confidence from being right ${measures.calibrationError.toFixed(3)}`);
  for (const bin of measures.reliability) {
    console.log(
      `  said ${bin.from.toFixed(2)}–${bin.to.toFixed(2)}  ${String(bin.clues).padStart(5)} clues  mean ${bin.meanConfidence.toFixed(3)}  right ${bin.right.toFixed(3)}`,
    );
  }

  if (measures.worst.length > 0) console.log('\nworst errors, the surest first');
  for (const { id, expected, said, confidence, text } of measures.worst) {
    console.log(`  ${id.padEnd(8)} ${confidence.toFixed(2)}  ${expected} → ${said}  ${text}`);
  }
}

function row(name: string, share: Share | null): void {
  if (share === null || share.of === 0) return;
  console.log(`${pad(name)}${(share.right / share.of).toFixed(3)}  ${share.right} of ${share.of}`);
}

function pad(name: string): string {
  return name.padEnd(40);
}

function three(value: number | null): string {
  return (value === null ? '–' : value.toFixed(3)).padStart(9);
}

function labelOf(domain: Domain): string {
  return domain === 'out_of_scope' ? '不受理' : FIELD_LABELS[domain];
}

/** Chinese characters are two columns wide. */
function wide(text: string, width: number): string {
  const used = [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(0, width - used));
}
