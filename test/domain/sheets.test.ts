import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../sheets/readCsv';
import { readXlsx } from '../../sheets/readXlsx';
import { guarded, writeCsv } from '../../sheets/writeCsv';
import { writeWorkbook } from '../../sheets/writeXlsx';

/** What spreadsheet programs run, or begin to (CWE-1236). */
const DANGEROUS = [
  '=1+1',
  `=cmd|' /C calc'!A0`,
  '=HYPERLINK("http://x","看这里")',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠SUM(1)',
  '--',
  '+86 138',
];
/** What begins alike and is a number, or doesn't begin alike. */
const HARMLESS = ['-12.5', '+3', '13800000000', '占道经营', '1=1', 'a@x.test', '', '2026-10-01'];

const fileOf = (name: string, content: string | Buffer): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'sheets-')), name);
  writeFileSync(path, content);
  return path;
};

describe('a csv that leaves the house', () => {
  it.each(DANGEROUS)('given a cell %j, then it begins with an apostrophe', (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(writeCsv(['a'], [[text]])).toContain(`"'${text.replaceAll('"', '""')}"`);
    // In the header too: a column of somebody else's file goes out with its bad rows.
    expect(writeCsv([text], [])).toContain(`"'`);
  });

  it.each(HARMLESS)('given a cell %j, then it stays as it is', (text) => {
    expect(guarded(text)).toBe(text);
  });

  it('given quotes, commas and lines inside, then nothing breaks out of its cell', () => {
    const rows = [['a","=1+1', 'b\r\n=1+1', `'=1+1`]];
    const lines = readCsv(fileOf('x.csv', writeCsv(['one', 'two', 'three'], rows))).lines;
    expect(lines).toHaveLength(1);
    expect(lines[0]?.fault).toBeNull();
    expect(lines[0]?.cells['one']).toBe('a","=1+1');
  });

  it('given one that comes back, then it says what it said', () => {
    const texts = DANGEROUS.filter((text) => text === text.trim());
    const { lines } = readCsv(
      fileOf(
        'x.csv',
        writeCsv(
          ['a'],
          [...texts, ...HARMLESS.slice(0, -2)].map((text) => [text]),
        ),
      ),
    );
    expect(lines.map(({ cells }) => cells['a']).slice(0, texts.length)).toEqual(texts);
  });
});

describe('an xlsx that leaves the house', () => {
  it('given dangerous texts, then each is a text in a cell of the format “text”, and there is no formula', async () => {
    const content = await writeWorkbook([
      { name: '一', columns: ['=1+1', 'n'], rows: DANGEROUS.map((text, at) => [text, at]) },
      { name: '二', columns: ['a'], rows: [['=1+1'], [null]] },
    ]);
    const zip = new PizZip(content);
    const part = (name: string) => zip.file(name)?.asText() ?? '';
    const format = /<numFmt numFmtId="(\d+)" formatCode="@"/.exec(part('xl/styles.xml'))?.[1];
    const styles = [...part('xl/styles.xml').matchAll(/<xf ([^>]*)>/g)].map(([, attributes = '']) => attributes);
    const isText = (style: string | undefined) => styles[Number(style)]?.includes(`numFmtId="${format ?? '?'}"`);
    for (const sheet of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      expect(part(sheet)).not.toMatch(/<f[ >/]/);
      const cells = [...part(sheet).matchAll(/<c ([^>]*)>/g)].map(([, attributes = '']) => attributes);
      const texts = cells.filter((attributes) => attributes.includes('t="s"'));
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(isText(/ s="(\d+)"/.exec(text)?.[1]), text).toBe(true);
      // Everything else is a number, which has no type.
      for (const other of cells.filter((cell) => !texts.includes(cell))) expect(other).not.toContain('t=');
    }
    const { columns, lines } = await readXlsx(fileOf('x.xlsx', content));
    expect(columns).toEqual(['=1+1', 'n']);
    expect(lines.map(({ cells }) => cells['=1+1'])).toEqual(DANGEROUS.map((text) => text.trim()));
    expect(lines.map(({ cells }) => cells['n'])).toEqual(DANGEROUS.map((_text, at) => `${at}`));
  });
});
