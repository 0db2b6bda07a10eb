import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * The sha256 of a file, in hex. Not the browser's own `crypto.subtle`: that is there on https and localhost only, and a town's
 * tablet may come by plain http. Piece by piece, so that a video doesn't have to fit into memory.
 */
export async function fileHash(file: Blob): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) hash.update(read.value);
  return bytesToHex(hash.digest());
}
