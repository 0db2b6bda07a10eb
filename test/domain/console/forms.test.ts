import { describe, expect, it } from 'vitest';
import { ACT_BODIES, PEOPLE_ACTS } from '../../../api/schemas/acts';
import { compileBody } from '../../../api/validation';
import { markedParts } from '../../../console/src/dispatch/markedParts';
import { missingIn } from '../../../console/src/shared/form/missingIn';
import { labelOf, withoutNull, type Schema, type Value, type Values } from '../../../console/src/shared/form/Schema';
import { toBody } from '../../../console/src/shared/form/toBody';
import { instantOf, localOf } from '../../../console/src/shared/times';

/** What somebody would write who fills in everything that a form asks for, as the inputs give it. */
function filled(given: Schema): Value {
  const { schema } = withoutNull(given);
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([name, property]) => [name, filled(property)]));
  }
  if (schema.type === 'array') return [filled(schema.items ?? {})];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'number' || schema.type === 'integer') return '1';
  if (schema.format === 'date') return '2026-11-28';
  if (schema.format === 'date-time') return '2026-11-28T09:30';
  if (schema.format === 'uuid') return '6f1f3f80-7a53-4f3c-9d3b-0d7c1f0a2b1c';
  if (schema.pattern?.includes('{9}') === true) return '510184109';
  if (schema.pattern?.includes('CZ') === true) return 'CZ2026-000123';
  if (schema.pattern?.includes('0-9a-f') === true) return 'a'.repeat(64);
  return '字';
}

const schemaOf = (act: (typeof PEOPLE_ACTS)[number]): Schema => JSON.parse(JSON.stringify(ACT_BODIES[act])) as Schema;

function labelsIn(schema: Schema): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const inner = withoutNull(property).schema;
    return [labelOf(inner, name), ...Object.values(inner['x-labels'] ?? {}), ...labelsIn(inner)];
  });
}

describe('the forms of acts', () => {
  for (const act of PEOPLE_ACTS) {
    it(`given ${act}, when all of its fields are filled in, then the service takes the body, and every word of the form is Chinese`, () => {
      const schema = schemaOf(act);
      const values = filled(schema) as Values;
      expect(missingIn(schema, values)).toEqual({});
      const validate = compileBody(ACT_BODIES[act]);
      expect(validate(toBody(schema, values)), JSON.stringify(validate.errors)).toBe(true);
      for (const label of labelsIn(schema)) expect(label).toMatch(/^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*$/u);
    });

    it(`given ${act} with nothing filled in, then the form lets through just what the service lets through`, () => {
      const schema = schemaOf(act);
      const complete = Object.keys(missingIn(schema, {})).length === 0;
      expect(compileBody(ACT_BODIES[act])(toBody(schema, {}))).toBe(complete);
    });
  }
});

describe('the words that triage judged by', () => {
  it('given marks that overlap, then every part has all its reasons, and the parts make up the text', () => {
    const text = '夜市烧烤占道';
    const parts = markedParts(text, [
      { text: '甲', at: [2, 6], also: [[0, 1]] },
      { text: '乙', at: [4, 6] },
      { text: '丙', at: null },
    ]);
    expect(parts.map(({ words, why }) => [words, why])).toEqual([
      ['夜', '甲'],
      ['市', null],
      ['烧烤', '甲'],
      ['占道', '甲；乙'],
    ]);
  });
});

describe('times in a form', () => {
  it('given a time in a field, then it is the city’s, whatever the machine’s zone, and comes back the same', () => {
    expect(Date.parse(instantOf('2026-11-28T09:30'))).toBe(Date.parse('2026-11-28T01:30:00Z'));
    expect(localOf('2026-11-28T01:30:00.000Z')).toBe('2026-11-28T09:30');
  });
});
