import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { JumpableRandomGenerator } from 'pure-rand/types/JumpableRandomGenerator';

/** The first numbers of a generator still show the seed, and seeds that are alike give numbers that are alike. */
const WARM_UP = 32;

/** Chance from a seed: the same seed, the same luck. */
export class Luck {
  readonly #generator: JumpableRandomGenerator;

  constructor(generator: JumpableRandomGenerator) {
    this.#generator = generator;
  }

  static of(seed: number): Luck {
    return new Luck(warm(seed));
  }

  /** 0 ≤ share < 1. */
  share(): number {
    return uniformFloat64(this.#generator);
  }

  /** 0 … n − 1. */
  below(n: number): number {
    return Math.floor(this.share() * n);
  }

  /** How often something happens that happens so often on average (Poisson), by the waits between. */
  count(mean: number): number {
    let count = 0;
    for (let waited = this.#wait(); waited <= mean; waited += this.#wait()) count += 1;
    return count;
  }

  /** Luck of its own, which whatever this one does from here on doesn't move. */
  branch(): Luck {
    return Luck.of(this.#generator.next());
  }

  /** The same luck once more, for whatever is to have it as well. */
  twin(): Luck {
    return new Luck(this.#generator.clone());
  }

  #wait(): number {
    return -Math.log(1 - this.share());
  }
}

/** One for each replication, so far apart on the generator's way that they never meet. */
export function lucks(seed: number, replications: number): readonly Luck[] {
  const generator = warm(seed);
  return Array.from({ length: replications }, () => {
    const luck = new Luck(generator.clone());
    generator.jump();
    return luck;
  });
}

function warm(seed: number): JumpableRandomGenerator {
  const generator = xoroshiro128plus(seed);
  for (let number = 0; number < WARM_UP; number += 1) generator.next();
  return generator;
}
