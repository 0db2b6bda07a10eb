import type { ActName, CaseState, CommandOf, Stage } from '../case';
import type { Article, Grade, LawDate, ProcedureId } from '../catalogue';
import type { Actor, Role } from '../people';
import type { Refusal } from '../refusal';
import type { Instant } from '../catalogue';

/** Who may do an act: a role, in which organisation, at which grades (all where none is named). */
export interface Who {
  readonly role: Role;
  readonly of: 'owner' | 'cooperating_town' | 'urged' | 'late' | 'any';
  readonly grades?: readonly Grade[];
}

/** A condition that can be known before the caller has filled anything in. It decides what `availableActs` shows. */
export type StateGuard = (state: CaseState, actor: Actor, at: Instant) => Refusal | null;
/** A condition on what the caller sends. */
export type InputGuard<A extends ActName> = (state: CaseState, command: CommandOf<A>) => Refusal | null;

export interface ActRule<A extends ActName> {
  readonly at: readonly Stage[];
  readonly by: readonly Who[];
  readonly article: Article | null;
  readonly requires: readonly StateGuard[];
  readonly checks: readonly InputGuard<A>[];
  /** Goes on while the case is suspended. */
  readonly whileSuspended?: true;
}

/**
 * One version of a procedure: the table of stage × act × who × article. A case keeps the version that it was opened
 * under; a published file is frozen by its hash (frozen.json) and a change of law is a new file.
 */
export interface Procedure {
  readonly id: ProcedureId;
  readonly version: string;
  readonly inForceFrom: LawDate;
  /** The period of the catalogue that runs while a case is at a stage; null = none. */
  readonly stages: Readonly<Record<Stage, { readonly period: string | null }>>;
  readonly acts: { readonly [A in ActName]?: ActRule<A> };
}
