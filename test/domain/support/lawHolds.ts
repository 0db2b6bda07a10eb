import type { CaseCommand, CaseState, EventOf, Penalty, RecordedEvent } from '../../../domain/case';
import { BUREAU, isCertified, type Officer } from '../../../domain/people';
import { addDays, endOf, lawDateOf, startOf } from '../../../domain/time/lawDate';
import { must } from './must';
import { owesDiscussion, owesHearing, owesReview, weighsMore, type Story } from './story';

/** What the law asks of each event, told a second time: from the statutes, the file and the command, never from the guards. */

interface Happening {
  readonly before: CaseState;
  readonly command: CaseCommand;
  readonly recorded: RecordedEvent;
  /** The file up to this event. */
  readonly story: Story;
}

const today = ({ recorded }: Happening) => lawDateOf(recorded.at);
const notLater = (day: string, h: Happening) => must(day <= today(h), 'nothing is recorded of tomorrow', () => day);
const notBefore = (day: string, earliest: string, what: string) => must(day >= earliest, what, () => [day, earliest]);
const decidedOn = ({ before }: Happening) => (before.decision === null ? '9999' : lawDateOf(before.decision.at));

export function lawHolds(h: Happening): void {
  const { event } = h.recorded;
  nobodyWhoStoodAside(h);
  if ('officers' in h.command.input) officersMayAct(h, h.command.input.officers);
  switch (event.type) {
    case 'verified':
      certified(h);
      break;
    case 'evidence_collected':
      certified(h);
      must(!h.story.reviewers().has(h.recorded.actor.id), 'whoever reviewed doesn’t investigate (58)');
      must(h.before.hearing.notice?.chair !== h.recorded.actor.id, 'whoever chairs doesn’t investigate (64)');
      break;
    case 'statement_weighed':
      certified(h);
      must(
        h.before.statements.some(({ raised, weighed }) => raised && weighed === null),
        'only what was said is weighed',
      );
      break;
    case 'rectification_ordered':
      certified(h);
      must(event.until >= today(h), 'there is time to put right');
      must(h.before.rectification?.result !== null, 'one order to put right at a time');
      break;
    case 'rectification_checked':
      certified(h);
      must(h.before.rectification?.result === null, 'only an order is checked');
      break;
    case 'statement_recorded':
      certified(h);
      must(h.story.has('notice_given'), 'nobody answers before they were told');
      break;
    case 'dispatch_returned':
      must(!h.before.insisted, 'what the centre insisted on isn’t returned');
      must(h.before.returns < 2, 'after the second return the centre’s dispatch stands');
      break;
    case 'dispatched':
      if (!event.insisted) must(event.town !== h.before.town, 'redispatched to another town');
      break;
    case 'report_joined':
      must(!h.before.clueIds.includes(event.clueId), 'a report joins once');
      break;
    case 'report_split':
      must(h.before.clueIds.includes(event.clueId), 'only what is in the case leaves it');
      must(h.before.clueIds.length > 1, 'a case always has a report');
      break;
    case 'case_merged':
      must(h.before.filedAt === null && h.before.decision === null, 'what was filed isn’t merged away (54)');
      must(
        h.before.measures.every(({ disposal }) => disposal !== null) && h.before.rectification?.result !== null,
        'nothing is left undone in a case that ends',
      );
      must(!h.before.crimeReported && h.before.jurisdiction === null, 'what is open is decided first');
      must(!h.before.recusals.some(({ granted }) => granted === null), 'recusal is decided first');
      must(h.before.transfer === null, 'what goes to another body isn’t merged');
      must(h.before.publishedOn === null, 'what was withdrawn comes down before the end (48)');
      if (h.command.act === 'merge_case') {
        const { closed: over, openedAt, caseId } = h.command.input.into;
        must(!over, 'only a case that goes on takes another in');
        must(`${openedAt} ${caseId}` < `${h.before.openedAt} ${h.before.caseId}`, 'the later case joins the earlier');
      }
      break;
    case 'case_filed':
      filed(h, event);
      break;
    case 'party_completed':
      // A first offence may be the first that is heard of them.
      must(h.before.party !== null || h.command.act !== 'complete_party', 'more is learned of whoever is registered');
      must(h.before.party === null || event.party.kind === h.before.party.kind, 'who the party is doesn’t change');
      must(event.party.addressKnown || h.before.party?.addressKnown !== true, 'what is known of the party stays known');
      break;
    case 'procedure_switched':
      must(h.before.verification?.violation === true, 'nothing goes on without a violation found');
      break;
    case 'inquiry_recorded':
      twoOfThem(h, event.officers);
      certified(h);
      ownRecord(h, event.officers);
      must('certificatesShown' in h.command.input && h.command.input.certificatesShown, 'certificates are shown (55)');
      inOrder(h, event);
      break;
    case 'scene_recorded':
      twoOfThem(h, event.officers);
      certified(h);
      ownRecord(h, event.officers);
      inOrder(h, event);
      break;
    case 'recusal_asked':
      must(!h.story.recused().has(event.person), 'nobody is asked to stand aside twice');
      must(
        !h.before.recusals.some(({ person, granted }) => person === event.person && granted === null),
        'one request about a person at a time',
      );
      if (h.command.act === 'ask_recusal') {
        const { id, org } = h.command.input.person;
        must(
          org === h.before.owner || org === BUREAU || h.story.investigators().has(id),
          'recusal is asked of somebody on the case',
        );
      }
      break;
    case 'recusal_decided':
      must(event.person !== h.recorded.actor.id, 'nobody decides on their own recusal (43)');
      must(
        h.before.recusals.some(({ id, granted }) => id === event.recusalId && granted === null),
        'only an open request is decided',
      );
      break;
    case 'measure_taken':
      twoOfThem(h, event.officers);
      if (['town_officer', 'bureau_officer'].includes(h.recorded.actor.role)) {
        ownRecord(h, event.officers);
        must('emergency' in h.command.input && h.command.input.emergency, 'approved first, or an emergency (18, 19)');
      }
      break;
    case 'measure_approved':
      must(openMeasure(h, event.measureId)?.approved === false, 'only what waits for approval is approved');
      break;
    case 'testing_started': {
      const measure = openMeasure(h, event.measureId);
      must(measure?.kind === 'seizure' && !measure.testing, 'only a seizure’s time waits for testing, once');
      must('toldInWriting' in h.command.input && h.command.input.toldInWriting, 'testing is told in writing (25)');
      break;
    }
    case 'testing_ended':
      must(openMeasure(h, event.measureId)?.testing === true, 'only testing that runs ends');
      break;
    case 'measure_disposed':
      must(openMeasure(h, event.measureId) !== undefined, 'what was disposed of isn’t disposed of again');
      break;
    case 'investigation_ended':
      twoOfThem(h, event.officers);
      certified(h);
      ownRecord(h, event.officers);
      must(h.story.has('evidence_collected'), 'no end of investigation without evidence');
      must(h.before.rectification?.result !== null, 'no end of investigation with an order unchecked');
      must(h.before.jurisdiction === null, 'no end of investigation while it is disputed whose case it is (25)');
      must(!h.before.cooperation.some(({ open }) => open), 'no end of investigation with a task unanswered');
      withinRange(h, event.proposal, true);
      break;
    case 'reviewed':
      must(!h.story.investigators().has(h.recorded.actor.id), 'nobody reviews what they investigated (58)');
      must(h.before.hearing.notice?.chair !== h.recorded.actor.id, 'nobody reviews a case whose hearing they chair');
      must(h.command.actor.qualified, 'a reviewer holds the qualification (58)');
      break;
    case 'discussed':
      must(new Set(event.participants).size >= 2, 'one alone discusses nothing (57)');
      if (h.command.act === 'record_discussion') {
        const { participants } = h.command.input;
        must(
          participants.every(({ org }) => org === h.before.owner),
          'the leaders of whoever decides discuss',
        );
      }
      notLater(event.heldOn, h);
      withinRange(h, event.conclusion);
      break;
    case 'notice_given':
      noticed(h, event);
      break;
    case 'hearing_requested':
      hearingAsked(h, event);
      break;
    case 'hearing_waived':
      must(h.before.notices.at(-1)?.hearingUntil != null, 'only a hearing that is due is waived');
      must(!h.before.hearing.waived && h.before.hearing.heldOn === null, 'waived once, and before it is held');
      break;
    case 'hearing_noticed':
      hearingNoticed(h, event);
      break;
    case 'hearing_recorded':
      hearingHeld(h, event);
      break;
    case 'decided_on_spot':
      onTheSpot(h, event);
      break;
    case 'penalty_decided':
      must(h.before.party?.addressKnown === true, 'a decision names where the party lives (59)');
      decided(h, event);
      break;
    case 'reported_for_record':
      must(h.before.decision?.onSpot === true && h.before.reportedForRecordOn === null, 'reported once, on the spot');
      notLater(event.reportedOn, h);
      notBefore(event.reportedOn, decidedOn(h), 'reported after it was decided');
      break;
    case 'fine_handed_in':
      must(h.before.collection?.handedInOn === null, 'handed in once');
      notLater(event.handedInOn, h);
      notBefore(event.handedInOn, h.before.service?.servedOn ?? '9999', 'handed in after it was collected');
      break;
    case 'fine_banked':
      must(h.before.collection?.bankedOn === null && h.before.collection.handedInOn !== null, 'handed in, then banked');
      notLater(event.bankedOn, h);
      notBefore(event.bankedOn, h.before.collection?.handedInOn ?? '9999', 'banked after it was handed in');
      break;
    case 'service_announced':
      must(h.before.announcedOn === null, 'announced once');
      notLater(event.announcedOn, h);
      notBefore(event.announcedOn, decidedOn(h), 'announced after the decision');
      break;
    case 'decision_served':
      certified(h);
      served(h, event);
      break;
    case 'decision_published':
      must(h.before.publishedOn === null && h.before.decision !== null, 'a decision is published once');
      must(h.before.service !== null, 'nobody reads of a decision before its party');
      notLater(event.publishedOn, h);
      notBefore(event.publishedOn, decidedOn(h), 'published after the decision');
      break;
    case 'publication_withdrawn':
      must(h.before.publishedOn !== null && h.before.decision === null, 'only what was withdrawn is taken down (48)');
      notLater(event.withdrawnOn, h);
      notBefore(event.withdrawnOn, h.before.publishedOn ?? '9999', 'taken down after it was published');
      break;
    case 'decision_withdrawn':
      byWhoDecides(h);
      must(h.before.decision !== null, 'there is a decision to withdraw');
      must(!appealOpen(h), 'nothing is withdrawn under review or suit');
      break;
    case 'payment_recorded':
      notLater(event.paidOn, h);
      notBefore(event.paidOn, h.before.service?.servedOn ?? '9999', 'paid after service');
      paymentFits(h, event);
      break;
    case 'performance_recorded':
      must(
        (h.before.decision?.penalty.others.length ?? 0) > 0 && h.before.performedOn === null,
        'there was what to do',
      );
      notLater(event.performedOn, h);
      notBefore(event.performedOn, decidedOn(h), 'performed after the decision');
      break;
    case 'deferral_granted':
      must(event.until > today(h), 'put off to a day to come');
      if (event.instalments.length > 0) {
        const sum = event.instalments.reduce((total, { amount }) => total + amount, 0);
        must(Math.abs(sum - principalLeft(h)) < 0.005, 'instalments make up what is owed', () => [sum]);
        must(
          event.instalments.every(({ dueOn }) => dueOn <= event.until),
          'the last instalment is due by the day granted',
        );
      }
      must(principalLeft(h) > 0, 'only a fine that is owed is put off');
      break;
    case 'appeal_recorded':
      must(!appealOpen(h), 'one review or suit at a time');
      notLater(event.filedOn, h);
      notBefore(event.filedOn, h.before.service?.servedOn ?? '9999', 'nobody appeals before service');
      must(
        event.kind !== 'lawsuit' ||
          h.before.decision?.onSpot !== true ||
          h.story.since(h.story.last('decided_on_spot'), 'appeal_recorded').some(({ kind }) => kind !== 'lawsuit'),
        'on the spot: review before suit (行政复议法 23)',
      );
      break;
    case 'appeal_ended':
      must(appealOpen(h), 'only what was begun ends');
      notLater(event.endedOn, h);
      notBefore(event.endedOn, h.before.appeals.at(-1)?.filedOn ?? '9999', 'ended after it was begun');
      break;
    case 'demand_notice_given':
      notLater(event.servedOn, h);
      must(event.servedOn > payBy(h), 'nobody is urged before they are late', () => [event.servedOn, payBy(h)]);
      must(today(h) > payBy(h), 'nobody is urged before they are late');
      break;
    case 'court_applied':
      courtAsked(h, event);
      break;
    case 'court_result_recorded':
      must(h.before.court !== null && h.before.court.result === null, 'the court answers what it was asked');
      notLater(event.on, h);
      notBefore(event.on, h.before.court?.appliedOn ?? '9999', 'the court answers afterwards');
      break;
    case 'late_fine_waived':
      must(principalLeft(h) > 0 || lateFineOpen(h), 'only what is owed is let off');
      break;
    case 'period_extended': {
      const clock = h.before.clocks[event.clockId];
      const limit = clock === undefined ? undefined : h.before.law.extensions[clock.period];
      must(clock !== undefined && limit !== undefined, 'only a period that the data name is extended');
      must((clock?.extensions.length ?? 9) < (limit?.times ?? 0), 'extended as often as the data say');
      must(event.number <= (limit?.most.number ?? 0), 'extended by as much as the data say');
      must(h.recorded.at < (clock?.dueAt ?? ''), 'what is over isn’t extended');
      break;
    }
    case 'case_suspended':
      must(h.before.suspended === null, 'suspended once');
      break;
    case 'case_resumed':
      must(h.before.suspended !== null, 'only what is suspended resumes');
      break;
    case 'elevation_requested':
      must(h.before.elevationAsked === null, 'asked once');
      break;
    case 'elevation_refused':
      must(h.before.elevationAsked !== null, 'refused what was asked');
      break;
    case 'elevated':
      must(h.before.grade !== 'bureau', 'taken once');
      break;
    case 'sent_down':
      must(h.before.elevatedAt !== null && h.before.item.delegated, 'only what was a town’s goes down to it (24)');
      break;
    case 'rung_reached': {
      const clock = h.before.clocks[event.clockId];
      must(clock !== undefined && event.since <= h.recorded.at, 'no rung before its time');
      must(event.from === 'yellow' || h.recorded.at >= event.dueAt, 'an overdue duty is overdue');
      must(!(clock?.reached ?? []).some(({ rung }) => rung === event.rung), 'each rung once');
      break;
    }
    case 'urged':
      must(['supervisor', 'leader'].includes(h.recorded.actor.role), 'supervisors urge');
      must(!event.listed || h.recorded.actor.role === 'leader', 'a leader lists');
      must(event.clockId === null || h.before.clocks[event.clockId] !== undefined, 'what is urged is owed');
      break;
    case 'urging_answered': {
      const asked = h.before.urgings.find(({ id }) => id === event.urgingId);
      must(asked?.open === true && asked.by !== h.recorded.actor.id, 'whoever is asked answers, and once');
      must(h.before.clocks[event.urgingId]?.owner === h.recorded.actor.org, 'an answer is the asked organisation’s');
      break;
    }
    case 'supervision_checked':
      must(
        h.before.urgings.some(
          ({ id, kind, open, answeredBy, checked }) =>
            id === event.urgingId &&
            kind === 'order' &&
            !open &&
            !checked &&
            answeredBy !== null &&
            answeredBy !== h.recorded.actor.id,
        ),
        'an answer is checked by another',
      );
      break;
    case 'overdue_appealed': {
      const fact = h.before.overdue.find(({ id }) => id === event.overdueId);
      must(fact?.org === h.recorded.actor.org && fact.appeal === null, 'whose it was appeals, once');
      must(fact !== undefined && h.recorded.at >= fact.dueAt, 'what is overdue was due');
      break;
    }
    case 'overdue_judged': {
      const fact = h.before.overdue.find(({ id }) => id === event.overdueId);
      must(fact?.appeal != null && fact.appeal.judgement === null, 'an appeal is judged, once');
      must(![fact?.appeal?.by, fact?.person].includes(h.recorded.actor.id), 'nobody judges their own matter');
      must(!h.before.assignees.includes(h.recorded.actor.id), 'who has the case doesn’t judge its lateness');
      break;
    }
    case 'cooperation_requested':
      // Of the town whose case the bureau takes, in the same breath.
      must(h.command.act !== 'request_cooperation' || event.town !== h.before.owner, 'help is asked of another (26)');
      break;
    case 'cooperation_answered':
      must(
        h.before.cooperation.some(({ id, town, open }) => id === event.taskId && open && town === h.recorded.actor.org),
        'a town answers its own task',
      );
      break;
    case 'cooperation_returned':
      must(
        h.before.cooperation.some(({ id, open, answer }) => id === event.taskId && !open && answer !== null),
        'only an answer is returned',
      );
      break;
    case 'guidance_asked':
      must(h.recorded.actor.org === h.before.town && h.before.grade !== 'bureau', 'a town asks in its own case (24)');
      break;
    case 'guidance_answered':
      must(h.recorded.actor.org === BUREAU, 'the bureau guides (24)');
      must(
        h.before.guidance.some(({ id, open }) => id === event.guidanceId && open),
        'only what was asked is answered, and once',
      );
      break;
    case 'jurisdiction_disputed':
      must(h.before.jurisdiction === null && event.with !== h.before.town, 'one dispute, with another town');
      break;
    case 'jurisdiction_decided':
      must(h.before.jurisdiction !== null, 'only a dispute is decided');
      break;
    case 'crime_reported':
      must(!h.before.crimeReported, 'a crime is reported once');
      break;
    case 'crime_report_dismissed':
      must(h.before.crimeReported, 'only a report is dismissed');
      break;
    case 'transfer_decided':
      byWhoDecides(h);
      must(event.to !== 'police' || h.before.crimeReported, 'to the police on a written report (27)');
      nothingHeld(h);
      must(h.before.rectification?.result !== null && h.before.jurisdiction === null, 'nothing open goes along');
      must(!h.before.recusals.some(({ granted }) => granted === null), 'recusal is decided first');
      must(h.before.publishedOn === null, 'what was withdrawn comes down before it goes (48)');
      break;
    case 'transfer_sent':
      must(h.before.transfer !== null && h.before.transfer.sentOn === null, 'sent once');
      break;
    case 'transfer_taken_back':
      must(h.before.transfer !== null, 'only what was transferred is taken back');
      break;
    case 'case_closed':
      closed(h, event);
      break;
    case 'case_opened':
    case 'stage_entered':
    case 'accepted':
    case 'assigned':
    case 'law_changed':
    case 'light_changed':
    case 'case_archived':
      break;
  }
}

/** 行政处罚法 43. */
function nobodyWhoStoodAside({ recorded: { event, actor }, story }: Happening): void {
  const aside = story.recused();
  if (aside.size === 0) return;
  must(!aside.has(actor.id), 'a recused officer does nothing more', () => actor.id);
  const named = [
    ...('officers' in event ? event.officers : []),
    ...('participants' in event ? event.participants : []),
    ...('chair' in event ? [event.chair] : []),
  ];
  must(!named.some((id) => aside.has(id)), 'a recused officer takes part in nothing more', () => named);
}

function officersMayAct({ before, recorded, story }: Happening, officers: readonly Officer[]): void {
  for (const officer of officers) {
    must(officer.org === before.owner, 'officers belong to whoever has the case', () => officer);
    must(isCertified(officer, recorded.at), 'officers hold certificates (42)', () => officer);
    must(!story.reviewers().has(officer.id), 'whoever reviewed doesn’t investigate (58)', () => officer.id);
    must(before.hearing.notice?.chair !== officer.id, 'whoever chairs doesn’t investigate (64)', () => officer.id);
  }
}

function certified({ command, recorded }: Happening): void {
  must(isCertified(command.actor, recorded.at), 'whoever acts on the scene holds a certificate (42)');
}

function twoOfThem(_h: Happening, officers: readonly string[]): void {
  must(new Set(officers).size >= 2, 'two officers (42)', () => officers);
}

function ownRecord({ recorded }: Happening, officers: readonly string[]): void {
  must(officers.includes(recorded.actor.id), 'nobody records what they weren’t at');
}

function inOrder({ recorded }: Happening, { from, until }: { readonly from: string; readonly until: string }): void {
  must(from <= until && until <= recorded.at, 'a record begins, ends and is written, in this order');
}

function openMeasure({ before }: Happening, id: string) {
  return before.measures.find((measure) => measure.id === id && measure.disposal === null);
}

function nothingHeld({ before }: Happening): void {
  must(
    before.measures.every(({ disposal }) => disposal !== null),
    'nothing is held back when a case goes',
  );
}

const appealOpen = ({ before }: Happening) => before.appeals.some(({ endedOn }) => endedOn === null);
const payBy = ({ before }: Happening) => before.deferredUntil ?? before.service?.payBy ?? '9999';

/** A town never decides or closes a case of the bureau's, nor another town's; and nobody but a head of them does. */
function byWhoDecides({ before, recorded: { actor } }: Happening): void {
  must(
    actor.org === (before.grade === 'bureau' ? BUREAU : before.town),
    'a town decides its own cases and no others',
    () => [actor, before.grade],
  );
  must(['town_office', 'leader'].includes(actor.role), 'the head decides');
}

function foundAndSettled({ before }: Happening): void {
  must(before.verification?.violation === true, 'nothing goes on without a violation found');
  must(before.rectification?.result !== null, 'an order to put right is checked first');
  must(before.jurisdiction === null, 'no decision while it is disputed whose case it is (25)');
}

function filed(h: Happening, event: EventOf<'case_filed'>): void {
  byWhoDecides(h);
  twoOfThem(h, event.officers);
  foundAndSettled(h);
  if (event.committedOn === null) return;
  notLater(event.committedOn, h);
  const years = event.harm ? 5 : 2;
  const last = `${String(Number(event.committedOn.slice(0, 4)) + years)}${event.committedOn.slice(4)}`;
  must(today(h) <= addDays(last, 1), 'nothing is filed after its limitation (36)', () => [event.committedOn, today(h)]);
}

function withinRange({ before, recorded: { event } }: Happening, penalty: Penalty, mayBeEmpty = false): void {
  const { item } = before;
  const { warning, fine, confiscation, others, basisAmount } = penalty;
  const empty = !warning && fine === 0 && confiscation === 0 && others.length === 0;
  if (empty) {
    must(mayBeEmpty, 'a penalty imposes something');
    return;
  }
  must(item.verified, 'no penalty rests on an article that is not verified');
  must(
    others.every((kind) => item.otherPenalties.includes(kind)),
    'only what the article names',
  );
  must(confiscation === 0 || item.otherPenalties.some((kind) => kind.startsWith('没收')), 'no confiscation unnamed');
  if (fine === 0) return;
  must(item.fineBasis !== 'none', 'no fine where the article names none');
  const kind = event.type === 'decided_on_spot' ? event.party.kind : before.party?.kind;
  const range =
    item.fineBasis === 'fixed'
      ? kind === 'organisation'
        ? item.fineOrganisation
        : item.fineCitizen
      : { min: (item.fineRate?.min ?? 0) * (basisAmount ?? 0), max: (item.fineRate?.max ?? 0) * (basisAmount ?? 0) };
  must(fine <= (range.max ?? -1) && fine >= (range.min ?? 0), 'a fine within the item’s range', () => [fine, range]);
}

function onTheSpot(h: Happening, event: EventOf<'decided_on_spot'>): void {
  const { fine, confiscation, others } = event.penalty;
  must(h.recorded.actor.org === h.before.town && h.before.grade === 'town', 'on the spot: the town, of its own cases');
  foundAndSettled(h);
  twoOfThem(h, event.officers);
  certified(h);
  ownRecord(h, event.officers);
  must(!h.before.crimeReported, 'no penalty while a crime is before them (27)');
  must(!h.before.recusals.some(({ granted }) => granted === null), 'recusal is decided before the decision (43)');
  must(h.before.publishedOn === null, 'what was withdrawn comes down before a new decision (48)');
  must(h.before.elevationAsked === null, 'a town that asked the bureau waits for its answer');
  must((event.party.earlier?.repeats ?? 1) < 3, 'the third time in a year isn’t a matter for the spot');
  must(fine <= (event.party.kind === 'citizen' ? 200 : 3_000), 'a small fine on the spot (51)', () => fine);
  must(confiscation === 0 && others.length === 0, 'warnings and fines on the spot, nothing else (51)');
  if (event.collection !== null) {
    must(fine > 0 && (event.collection !== 'small_fine' || fine <= 100), 'collected on the spot as allowed (68)');
  }
  if (h.command.act === 'decide_on_spot') {
    must(h.command.input.certificatesShown && h.command.input.statementHeard, 'shown, told and heard (52)');
  }
  withinRange(h, event.penalty);
}

/** What must stand between the end of the last investigation and here. */
function reviewed(h: Happening, penalty: Penalty): void {
  // What the investigators proposed owes it too: it isn't got round by proposing more and imposing less.
  const { proposal } = h.before;
  if (!owesReview(h.before, penalty) && (proposal === null || !owesReview(h.before, proposal))) return;
  const verdict = h.story.at(h.story.last('reviewed'))?.event;
  const passed =
    verdict?.type === 'reviewed' &&
    verdict.verdict === 'pass' &&
    h.story.last('reviewed') > h.story.last('investigation_ended');
  must(passed, 'no decision in a case that owes a review without a pass (58)');
}

function noHeavier(h: Happening, penalty: Penalty): void {
  for (const answered of h.story.answeredNotices()) {
    must(!weighsMore(penalty, answered), 'no heavier penalty after a defence, across all notices (45)', () => [
      penalty,
      answered,
    ]);
  }
}

function noticed(h: Happening, event: EventOf<'notice_given'>): void {
  withinRange(h, event.penalty);
  reviewed(h, event.penalty);
  noHeavier(h, event.penalty);
  notLater(event.servedOn, h);
  notBefore(event.servedOn, lawDateOf(h.before.filedAt ?? '9999-12-31T00:00:00.000Z'), 'told after it was filed');
  must(event.statementUntil > endOf(addDays(event.servedOn, 2)), 'three working days to speak');
  must(
    (event.hearingUntil !== null) === owesHearing(h.before, event.penalty),
    'told of the hearing where it is due (63)',
  );
  if (event.hearingUntil !== null) {
    must(event.hearingUntil > endOf(addDays(event.servedOn, 4)), 'five working days to ask for a hearing (64)');
  }
  const { requestedOn, waived, heldOn } = h.before.hearing;
  must(requestedOn === null || waived || heldOn !== null, 'a hearing that was asked for is held first');
}

function hearingAsked(h: Happening, event: EventOf<'hearing_requested'>): void {
  const notice = h.before.notices.at(-1);
  must(notice?.hearingUntil != null, 'a hearing is asked for where it is due (63)');
  must(h.before.hearing.requestedOn === null && !h.before.hearing.waived, 'asked once');
  must(h.before.hearing.heldOn === null, 'held once');
  notLater(event.requestedOn, h);
  notBefore(event.requestedOn, notice?.servedOn ?? '9999', 'asked after it was told');
  must(startOf(event.requestedOn) < (notice?.hearingUntil ?? ''), 'asked within five working days (64)');
}

function hearingNoticed(h: Happening, event: EventOf<'hearing_noticed'>): void {
  const { requestedOn, waived, heldOn } = h.before.hearing;
  must(requestedOn !== null && !waived && heldOn === null, 'a hearing that was asked for is prepared');
  notLater(event.servedOn, h);
  notBefore(event.servedOn, requestedOn ?? '9999', 'prepared after it was asked for');
  must(lawDateOf(event.heldAt) >= addDays(event.servedOn, 7), 'seven working days’ notice (64)', () => [
    event.servedOn,
    event.heldAt,
  ]);
  neutral(h, event.chair);
  if (h.command.act === 'give_hearing_notice') {
    const { org } = h.command.input.chair;
    must(org === h.before.owner || org === BUREAU, 'the agency’s own people chair');
  }
}

function hearingHeld(h: Happening, event: EventOf<'hearing_recorded'>): void {
  const { requestedOn, waived, notice, heldOn } = h.before.hearing;
  must(requestedOn !== null && !waived && heldOn === null, 'a hearing that was asked for is held, once');
  must(notice?.chair === h.recorded.actor.id, 'the chair records the hearing (64)');
  neutral(h, h.recorded.actor.id);
  notLater(event.heldOn, h);
  const told = notice?.heldAt ?? '9999';
  must(h.recorded.at >= told, 'not on file before the hour that was told');
  must(endOf(event.heldOn) > told, 'held on the day that was told, or later');
}

/** 行政处罚法 64: investigator ≠ reviewer ≠ chair. */
function neutral(h: Happening, chair: string): void {
  must(!h.story.investigators().has(chair), 'nobody chairs who investigated (64)', () => chair);
  must(!h.story.reviewers().has(chair), 'nobody chairs who reviewed', () => chair);
}

function decided(h: Happening, event: EventOf<'penalty_decided'>): void {
  const { before, story, recorded } = h;
  byWhoDecides(h);
  const noticedAt = story.last('notice_given');
  const notice = story.at(noticedAt)?.event;
  must(noticedAt > story.last('investigation_ended'), 'no decision without a notice after the investigation (44)');
  if (notice?.type !== 'notice_given') return;
  const waivedAll = story.since(noticedAt, 'statement_recorded').some(({ waived }) => waived);
  must(recorded.at >= notice.statementUntil || waivedAll, 'no decision before the time to speak is over (44, 62)');
  if (notice.hearingUntil !== null) {
    const asked = story.since(noticedAt, 'hearing_requested').length > 0;
    const settled =
      story.since(noticedAt, 'hearing_waived').length > 0 || story.since(noticedAt, 'hearing_recorded').length > 0;
    must(settled || (!asked && recorded.at >= notice.hearingUntil), 'no decision before the hearing (63–65)');
  }
  const spoken = story.last('statement_recorded');
  const raised = story.all('statement_recorded').some(({ event: { raised: any } }) => any);
  if (raised) {
    const lastRaised = story.all('statement_recorded').findLast(({ event: { raised: any } }) => any)?.seq ?? 0;
    const weighed = story.all('statement_weighed').at(-1)?.seq ?? -1;
    must(weighed > lastRaised, 'what the party says is weighed in writing (45)', () => spoken);
  }
  reviewed(h, event.penalty);
  if (owesDiscussion(before, event.penalty)) {
    const discussedAt = story.last('discussed');
    const discussion = story.at(discussedAt)?.event;
    must(
      discussion?.type === 'discussed' &&
        discussedAt >
          Math.max(story.last('investigation_ended'), story.last('elevated'), story.last('decision_withdrawn')),
      'no decision that owes a discussion without its record (57)',
    );
  }
  if (before.discussion !== null) {
    const { conclusion } = before.discussion;
    must(
      !weighsMore(event.penalty, conclusion) && !weighsMore(conclusion, event.penalty),
      'the decision is what was discussed (57)',
    );
  }
  noHeavier(h, event.penalty);
  must(!weighsMore(event.penalty, notice.penalty), 'no more than the party was told of (44)');
  withinRange(h, event.penalty);
  must(!before.crimeReported, 'no penalty while a crime is before them (27)');
  must(before.jurisdiction === null, 'no decision while it is disputed whose case it is (25)');
  must(!before.recusals.some(({ granted }) => granted === null), 'recusal is decided before the decision (43)');
  must(before.publishedOn === null, 'what was withdrawn comes down before a new decision (48)');
  must(before.elevationAsked === null, 'a town that asked the bureau waits for its answer');
}

function served(h: Happening, event: EventOf<'decision_served'>): void {
  notLater(event.servedOn, h);
  notBefore(event.servedOn, decidedOn(h), 'served after it was decided');
  must(
    event.proof !== '' || !['left', 'post', 'electronic'].includes(event.method),
    'service is proved (61)',
    () => event.method,
  );
  if (event.method !== 'public_notice') return;
  must(h.before.announcedOn !== null, 'announced, then served by public notice');
  notBefore(event.servedOn, addDays(h.before.announcedOn ?? '9999-01-01', 31), 'thirty days from the announcement');
}

const paidSoFar = ({ before }: Happening) => before.payments.reduce((sum, { amount }) => sum + amount, 0);
function principalLeft(h: Happening): number {
  const { fine, confiscation } = h.before.decision?.penalty ?? { fine: 0, confiscation: 0 };
  return fine + confiscation - paidSoFar(h);
}
/** Late, and by more than what was paid on top of the fine. */
const lateFineOpen = (h: Happening) =>
  today(h) > payBy(h) && !h.before.payments.every(({ paidOn }) => paidOn <= payBy(h));

function paymentFits(h: Happening, event: EventOf<'payment_recorded'>): void {
  const { fine, confiscation } = h.before.decision?.penalty ?? { fine: 0, confiscation: 0 };
  must(event.amount > 0, 'something is paid');
  must(paidSoFar(h) + event.amount <= 2 * fine + confiscation + 0.005, 'never more than the fine and its like (72)');
  const inTime = [...h.before.payments, event].every(({ paidOn }) => paidOn <= payBy(h));
  if (inTime) {
    must(paidSoFar(h) + event.amount <= fine + confiscation + 0.005, 'nothing on top of what is paid in time', () => [
      event.amount,
      paidSoFar(h),
    ]);
  }
}

function courtAsked(h: Happening, event: EventOf<'court_applied'>): void {
  const { before, recorded } = h;
  must(!appealOpen(h), 'the court waits for review and suit (53)');
  must(today(h) > payBy(h), 'nobody is taken to court before they are late');
  must(before.court === null || before.court.result === 'refused', 'the court is asked once');
  const demand = before.demand;
  must(demand !== null && recorded.at >= demand.waitUntil, 'a demand notice and its ten working days (54)');
  must(recorded.at >= endOf(addDays(demand?.servedOn ?? '9999-01-01', 9)), 'a demand notice and its ten days (54)');
  notLater(event.appliedOn, h);
  const served = before.service?.servedOn ?? '9999-01-01';
  const appeal = before.appeals.at(-1);
  if (appeal === undefined) {
    const days = before.decision?.onSpot === true ? 60 : 180;
    must(event.appliedOn > addDays(served, days), 'after the time for review and suit (53)', () => [
      event.appliedOn,
      served,
    ]);
    must(event.appliedOn <= addDays(served, days + 100 + (days === 60 ? 0 : 10)), 'within three months (53)');
  } else {
    const ended = appeal.endedOn ?? '9999-01-01';
    must(
      event.appliedOn > ended && event.appliedOn <= addDays(ended, 15 + 100 + 20),
      'within three months of its end (53)',
    );
    if (appeal.kind === 'reconsideration') must(event.appliedOn > addDays(ended, 15), 'fifteen days to sue remain');
  }
}

function closed(h: Happening, { outcome, reason }: EventOf<'case_closed'>): void {
  const { before } = h;
  byWhoDecides(h);
  nothingHeld(h);
  must(before.publishedOn === null || before.decision !== null, 'what was withdrawn comes down before the end (48)');
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- only these end a case
  switch (h.command.act) {
    case 'close_case':
      must((outcome === 'transferred') === (before.transfer !== null), 'a transferred case is closed as such');
      must(before.transfer !== null || before.decision !== null, 'a case is closed after its decision');
      must(!appealOpen(h), 'no end under review or suit');
      must(before.collection === null || before.collection.bankedOn !== null, 'what was collected is banked (71)');
      must(before.decision?.onSpot !== true || before.reportedForRecordOn !== null, 'reported for record (52)');
      must(before.transfer === null || before.transfer.sentOn !== null, 'a transferred case was sent (27)');
      break;
    case 'close_without_penalty':
      must(before.decision === null, 'no end without penalty after a penalty');
      must(before.rectification?.result !== null, 'an order to put right is checked first');
      must(!before.crimeReported && before.jurisdiction === null, 'what is open is decided first');
      if (['put_right', 'slight', 'first_and_slight'].includes(reason ?? '')) {
        must(before.rectification?.result?.rectified === true, 'slight and put right: it was put right (33)');
      }
      if (reason === 'first_and_slight') {
        const { party = before.party } = h.command.input;
        must(party !== null, 'a first offence is somebody’s (33)');
        must(party?.earlier?.cases.every(({ by }) => by === 'name') ?? true, 'and their first (33)');
      }
      break;
    case 'terminate_case':
      if (reason === 'limitation') {
        must(before.decision === null, 'what was decided in time isn’t ended by limitation (36)');
        if (before.violation !== null) {
          const { committedOn, harm } = before.violation;
          must(
            committedOn !== null && today(h) > addDays(committedOn, (harm ? 5 : 2) * 365),
            'the limitation has passed',
          );
        }
      }
      break;
    default:
      must(false, 'a case is ended by whoever decides');
  }
}
