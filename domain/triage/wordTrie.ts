/**
 * Words as a tree of their characters (UTF-16 units), made to be walked quickly: the judge takes thousands of clues a
 * second, and each of their characters is a step or two.
 */
export interface WordTrie {
  /** Numbers for the characters that words are written with; 0 for all others. */
  readonly letters: Uint16Array;
  /** By letter, where words begin with it: most steps go from the root, and need no search in the table. */
  readonly first: Int32Array;
  readonly steps: Steps;
  /** The number of the word that ends at a node; `NONE` where none does. */
  readonly word: Int32Array;
}

export const ROOT = 0;
export const NONE = -1;
const UNITS = 65_536;

export type Children = readonly ReadonlyMap<number, number>[];

/** The tree; and, for who builds more upon it, its nodes' children by letter. Words are numbered as they come. */
export function wordTrie(words: readonly string[]): { readonly trie: WordTrie; readonly children: Children } {
  const letters = new Uint16Array(UNITS);
  let known = 0;
  const word: number[] = [NONE];
  const children: Map<number, number>[] = [new Map<number, number>()];
  for (const [number, text] of words.entries()) {
    if (text === '') continue;
    let node = ROOT;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      const letter = letters[unit] === 0 ? (known += 1) : (letters[unit] ?? 0);
      letters[unit] = letter;
      let child = children[node]?.get(letter);
      if (child === undefined) {
        child = word.length;
        children[node]?.set(letter, child);
        word.push(NONE);
        children.push(new Map<number, number>());
      }
      node = child;
    }
    word[node] = number;
  }
  const first = new Int32Array(known + 1);
  for (const [letter, node] of children[ROOT] ?? []) first[letter] = node;
  return { trie: { letters, first, steps: stepsOf(children, known + 1), word: Int32Array.from(word) }, children };
}

/** The number of the word that a stretch of a text is; `NONE` where it is none. */
export function wordAt({ letters, first, steps, word }: WordTrie, text: string, start: number, end: number): number {
  let node = first[letters[text.charCodeAt(start)] ?? 0] ?? ROOT;
  for (let at = start + 1; at < end && node !== ROOT; at += 1)
    node = step(steps, node, letters[text.charCodeAt(at)] ?? 0);
  return word[node] ?? NONE;
}

/** Node and letter → node, in one table with open addressing: a Map of such pairs takes most of the time. */
export interface Steps {
  readonly keys: Float64Array;
  readonly nodes: Int32Array;
  readonly letters: number;
  readonly mask: number;
}

function stepsOf(children: Children, letters: number): Steps {
  let size = 1;
  while (size < children.length * 3) size *= 2;
  const steps = { keys: new Float64Array(size).fill(NONE), nodes: new Int32Array(size), letters, mask: size - 1 };
  for (const [node, found] of children.entries()) {
    for (const [letter, child] of found) {
      let slot = slotOf(node, letter, steps.mask);
      while (steps.keys[slot] !== NONE) slot = (slot + 1) & steps.mask;
      steps.keys[slot] = node * letters + letter;
      steps.nodes[slot] = child;
    }
  }
  return steps;
}

/** Nothing leads back to the root: there it says that nothing was found. */
export function step({ keys, nodes, letters, mask }: Steps, node: number, letter: number): number {
  const key = node * letters + letter;
  for (let slot = slotOf(node, letter, mask); ; slot = (slot + 1) & mask) {
    const found = keys[slot];
    if (found === key) return nodes[slot] ?? ROOT;
    if (found === NONE) return ROOT;
  }
}

function slotOf(node: number, letter: number, mask: number): number {
  return (Math.imul(node, 0x9e3779b1) ^ Math.imul(letter, 0x85ebca6b)) & mask;
}
