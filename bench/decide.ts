import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../config/catalogue';
import type { CaseCommand } from '../domain/case';
import { decide } from '../domain/decide';
import { fold } from '../domain/evolve';
import { lawInForce, openCase } from '../domain/openCase';
import { SYSTEM } from '../domain/people';
import { percentile } from './percentile';

/** Median µs of `decide` for one act. */
export function decideMedianUs(): number {
  const catalogue = loadCatalogue(fileURLToPath(new URL('../config/catalogue', import.meta.url)));
  const item = catalogue.items.find(({ code }) => code === 'WL-004');
  const town = catalogue.towns[0];
  if (item === undefined || town === undefined) throw new Error('the catalogue has changed');
  const at = '2026-11-24T02:00:00.000Z';
  const state = fold(
    openCase({
      caseId: 'CZ2026-000001',
      clueId: 'c',
      channel: 'patrol',
      item,
      town: town.code,
      grade: 'town',
      gradeReasons: [],
      procedure: 'summary',
      law: lawInForce(catalogue, at, item.field),
      at,
      by: SYSTEM,
      commandId: 'c',
      fingerprint: '',
    }),
  );
  const command = {
    act: 'accept',
    input: { officers: [] },
    id: 'x',
    fingerprint: '',
    actor: { id: 'a', role: 'town_officer', org: town.code, certificateUntil: '2030-01-01', qualified: false },
    at,
    ifSeq: null,
  } as CaseCommand;
  const samples: number[] = [];
  for (let n = 0; n < 20_000; n += 1) {
    const began = performance.now();
    if (!decide(state, command).ok) throw new Error('refused');
    samples.push((performance.now() - began) * 1_000);
  }
  return percentile(samples.slice(10_000), 50);
}
