import { CatalogueError, type Problem } from './catalogueError';

/** Collects what is wrong, so that a file can be mended in one go. */
export class Problems {
  readonly #found: Problem[] = [];

  add(problem: Problem): void {
    this.#found.push(problem);
  }

  get count(): number {
    return this.#found.length;
  }

  /** Throws a CatalogueError when anything was found. */
  throwIfAny(): void {
    if (this.#found.length > 0) throw new CatalogueError([...this.#found]);
  }
}
