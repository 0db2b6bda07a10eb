/** What a file is, by its first bytes: what its sender calls it counts for nothing. */
export interface FileType {
  /** As in `content-type`. */
  readonly type: string;
  readonly extension: string;
  /** Every browser shows it as a picture, and it can carry nothing that runs. */
  readonly shown: boolean;
}

/** How much of a file has to be known, in bytes. */
export const FIRST_BYTES = 16;

const begins =
  (...words: readonly string[]) =>
  (first: Buffer): boolean =>
    words.some((word) => first.toString('latin1', 0, word.length) === word);

/** ISO base media: the brand stands after the first box's length. */
const branded =
  (...brands: readonly string[]) =>
  (first: Buffer): boolean =>
    first.toString('latin1', 4, 8) === 'ftyp' &&
    brands.some((brand) => first.toString('latin1', 8, 12).startsWith(brand));

/** The closed list of what evidence is sent as. Whatever is none of these is bytes to be saved, never a page. */
const TYPES: readonly (FileType & { readonly is: (first: Buffer) => boolean })[] = [
  { type: 'image/jpeg', extension: 'jpg', shown: true, is: begins('\xff\xd8\xff') },
  { type: 'image/png', extension: 'png', shown: true, is: begins('\x89PNG\r\n\x1a\n') },
  { type: 'image/gif', extension: 'gif', shown: true, is: begins('GIF87a', 'GIF89a') },
  {
    ...{ type: 'image/webp', extension: 'webp', shown: true },
    is: (first) => begins('RIFF')(first) && first.toString('latin1', 8, 12) === 'WEBP',
  },
  { type: 'image/heic', extension: 'heic', shown: false, is: branded('heic', 'heix', 'hevc', 'mif1', 'msf1') },
  { type: 'video/quicktime', extension: 'mov', shown: false, is: branded('qt  ') },
  { type: 'video/mp4', extension: 'mp4', shown: false, is: branded('iso', 'mp41', 'mp42', 'avc1', 'M4V', '3gp') },
  { type: 'application/pdf', extension: 'pdf', shown: false, is: begins('%PDF-') },
];

/** null: none of the list. */
export function fileType(first: Buffer): FileType | null {
  const found = TYPES.find(({ is }) => is(first));
  if (found === undefined) return null;
  const { type, extension, shown } = found;
  return { type, extension, shown };
}
