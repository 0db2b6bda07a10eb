/** `1.2 MB`; a small file isn't nothing. */
export function sizeWords(bytes: number): string {
  return bytes < 100_000 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
