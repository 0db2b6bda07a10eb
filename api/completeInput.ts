import { createHash } from 'node:crypto';
import type { Pool } from '../db/pool';
import { readActors } from '../db/readActor';
import { insertPerson, readPerson, type Person } from '../db/readPerson';
import { readCase } from '../db/readCase';
import type { CaseState, MergeTarget, Party } from '../domain/case';
import type { Catalogue, Instant } from '../domain/catalogue';
import type { DutyRow } from '../domain/dispatch/dutyRoster';
import type { Officer } from '../domain/people';
import { suggestForCase } from './suggestForCase';
import { earlierPenalties } from './earlierPenalties';
import { keyReused, Problem } from './problem';
import { NO_PENALTY } from '../domain/penalty';
import { lawChange } from '../domain/lawChange';
import type { PartyBody, PenaltyBody, PeopleAct } from './schemas/acts';
import { nowFor } from './views';

interface Known {
  readonly db: Pool;
  readonly catalogue: Catalogue;
  readonly dutyRoster: readonly DutyRow[];
  readonly state: CaseState;
  /** When it was read. */
  readonly now: Instant;
  readonly act: PeopleAct;
  /** Names the command: the caller and their key. */
  readonly commandId: string;
}

/**
 * Turns what people send into what the case is told: officers as the roster knows them, the party as a reference.
 * Names and numbers of persons go no further than the register.
 */
export async function completeInput(sent: object, known: Known): Promise<object> {
  const { suggested, ...body }: { readonly suggested?: boolean } = sent;
  const completed: Record<string, unknown> = {};
  if (known.act === 'complete_party') return { party: await completedParty(body, known) };
  if (known.act === 'accept') {
    if (suggested === true) return acceptedAsSuggested(body, known);
    completed['officers'] = [];
  }
  // A first offence is looked up when it is claimed, whenever the party was registered (行政处罚法 33).
  if ('reason' in body && body.reason === 'first_and_slight' && known.state.party !== null)
    completed['party'] = await lookedUpAgain(known.state.party, known);
  if (known.act === 'close_without_penalty' && 'party' in body && known.state.party !== null) {
    throw new Problem('unprocessable', '本案已登记当事人，结案时不再另填；信息不全的请先补充当事人信息。', {
      at: 'body/party',
    });
  }
  // The data come from the catalogue that this service runs on, never from whoever asks for the change.
  if (known.act === 'change_law') completed['law'] = lawChange(known.catalogue, known.state, nowFor(known));
  for (const [field, value] of Object.entries(body)) completed[field] = await complete(field, value, known);
  return completed;
}

/** As many of the suggested as the law asks for, the best first; why they are stays on file. */
async function acceptedAsSuggested(body: object, known: Known): Promise<object> {
  if ('officers' in body || 'reason' in body) {
    throw new Problem('unprocessable', '由系统推荐承办人的，不再另行指定人员和理由。', { at: 'body/suggested' });
  }
  const { officers } = await suggestForCase(known, known);
  const chosen = officers.slice(0, known.state.law.limits.officers_min.value);
  if (chosen.length === 0) {
    throw new Problem('unprocessable', '没有可以推荐的持证执法人员，请在接单时指定。', { at: 'body/suggested' });
  }
  return {
    officers: await officersOf(
      chosen.map(({ id }) => id),
      'officers',
      known.db,
    ),
    reason: `系统推荐：${chosen.map(({ name, reasons }) => `${name}（${reasons.join('，')}）`).join('；')}`,
  };
}

/** By the field's name, which means the same in every act's body. */
async function complete(field: string, value: unknown, known: Known): Promise<unknown> {
  switch (field) {
    case 'officers':
    case 'participants':
      return officersOf(value as string[], field, known.db);
    case 'person':
    case 'chair':
      return (await officersOf([value as string], field, known.db))[0];
    case 'party':
      return partyOf(value as PartyBody, known);
    case 'town':
    case 'with':
      if (!known.catalogue.towns.some(({ code }) => code === value)) {
        throw new Problem('unknown_town', `没有代码为 ${String(value)} 的镇街，请从 /api/v1/catalogue/towns 选取。`, {
          at: `body/${field}`,
        });
      }
      return value;
    case 'into':
      return mergeTarget(value as string, known);
    case 'penalty':
    case 'proposal':
    case 'conclusion':
      return { ...NO_PENALTY, ...(value as PenaltyBody) };
    case 'takenAt':
    case 'heldAt':
    case 'from':
    case 'until':
      // `until` is a date of law in some acts and an instant in others.
      return typeof value === 'string' && value.includes('T') ? new Date(value).toISOString() : value;
    default:
      return value;
  }
}

/** How the other case stands, for `decide` looks nothing up. What it sees may be old by the time it acts: the joining knows. */
async function mergeTarget(caseId: string, { db }: Known): Promise<MergeTarget> {
  const found = await readCase(db, caseId);
  if (found === null) throw new Problem('unprocessable', `没有案件 ${caseId}，请核对案号。`, { at: 'body/into' });
  return { caseId, openedAt: found.state.openedAt, closed: found.state.outcome !== null };
}

async function officersOf(ids: readonly string[], field: string, db: Pool): Promise<readonly Officer[]> {
  const found = await readActors(db, ids);
  return ids.map((id) => {
    const actor = found.get(id);
    if (actor === undefined) {
      throw new Problem('unprocessable', `名册中没有执法人员 ${id}，请核对编号。`, { at: `body/${field}` });
    }
    return { id: actor.id, role: actor.role, org: actor.org, certificateUntil: actor.certificateUntil };
  });
}

function partyOf(party: PartyBody, known: Known): Promise<Party> {
  const { kind, name, phone = null, idNumber = null, address = null } = party;
  return register({ kind, name, phone, idNumber, address }, known);
}

/** The party on file with what is known now: a new entry, so that what was known before can still be seen. */
async function completedParty(particulars: Partial<PartyBody>, known: Known): Promise<Party | null> {
  const { party } = known.state;
  // The case refuses it, and says why.
  if (party === null) return null;
  return register({ ...(await personOf(party, known)), kind: party.kind, ...particulars }, known);
}

async function lookedUpAgain(party: Party, known: Known): Promise<Party> {
  const person = await personOf(party, known);
  return { ...party, earlier: await earlierOf({ ...person, kind: party.kind }, known) };
}

async function personOf({ personId }: Party, { db, state }: Known): Promise<Person> {
  const person = await readPerson(db, personId);
  if (person === null) throw new Error(`case ${state.caseId}: its party isn't in the register`);
  return person;
}

function earlierOf(person: Person & Pick<Party, 'kind'>, known: Known) {
  const { db, catalogue, state } = known;
  return earlierPenalties(db, catalogue.limits, state, person, nowFor(known));
}

async function register(person: Person & Pick<Party, 'kind'>, known: Known): Promise<Party> {
  const { db, state, commandId } = known;
  const personId = uuidOf(`${state.caseId}\n${commandId}\nparty`);
  // A refused act leaves no command, but its party: under the same key the case would get whoever was named first.
  if (!(await insertPerson(db, personId, person))) throw keyReused();
  return {
    personId,
    kind: person.kind,
    addressKnown: person.address !== null && person.address.trim() !== '',
    earlier: await earlierOf(person, known),
  };
}

/** A name-based UUID (RFC 9562 version 8): the same text, the same id. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
