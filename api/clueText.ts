import type { ClueInput } from './schemas/clues';

/**
 * The words of a clue. A photo alone has none: what stands for them differs from photo to photo, or two photos of
 * different things would be the same words, and so the same matter.
 */
export function clueText({ text, attachments = [] }: Pick<ClueInput, 'text' | 'attachments'>): string {
  if (text !== undefined) return text;
  const photos = attachments.map(({ sha256 }) => sha256.slice(0, 12)).join('、');
  return `（没有文字，附件 ${attachments.length} 个：${photos}）`;
}
