import type { CaseEvent, CaseState, EventOf, NoPenaltyReason, RecordedEvent } from '../case';
import type { LawDate } from '../catalogue';
import { evolve, fold } from '../evolve';
import { NO_PENALTY_LABELS } from '../labels';
import { BUREAU } from '../people';
import { lawDateOf } from '../time/lawDate';
import { onSpotDecision, penaltyDecision } from './decisionPapers';
import { noPenaltyDecision, transferLetter } from './endPapers';
import { closingReport, fileContents, fileCover } from './filePapers';
import { hearingNotice, hearingRecord, priorNotice } from './hearingPapers';
import {
  filingApproval,
  inquiryRecord,
  investigationReport,
  orderToPutRight,
  sceneRecord,
} from './investigationPapers';
import type { Paper, PaperKind } from './paper';
import type { PaperFields } from './paperFields';
import { issuerOf, ruleFor, type PaperRules } from './paperRules';
import { paperNumber } from './paperNumber';
import { measureDisposal, preservationList, seizureDecision } from './measurePapers';
import {
  courtApplication,
  deferralDecision,
  demandNotice,
  serviceReceipt,
  withdrawalDecision,
} from './performancePapers';
import { discussionRecord, legalReviewOpinion } from './reviewPapers';
import type { Scene } from './shared';
import { follow, NO_TRAIL, type Trail } from './trail';
import { causeOf, chineseDate } from './words';

/** The papers of a case in the order of its file, from its events and nothing else: the same today and in ten years. */
export function papersOf(events: readonly RecordedEvent[], rules: PaperRules): readonly Paper[] {
  const now = fold(events);
  const archivedAt = events.find(({ event }) => event.type === 'case_archived')?.at ?? null;
  const file = new File(now, rules, archivedAt);
  for (const recorded of events) file.take(recorded);
  return file.papers;
}

function isNoPenaltyReason(reason: EventOf<'case_closed'>['reason']): reason is NoPenaltyReason {
  return reason !== null && reason in NO_PENALTY_LABELS;
}

class File {
  papers: readonly Paper[] = [];
  #state: CaseState | null = null;
  #trail: Trail = NO_TRAIL;

  constructor(
    private readonly now: CaseState,
    private readonly rules: PaperRules,
    private readonly archivedAt: string | null,
  ) {}

  take(recorded: RecordedEvent): void {
    this.#state = evolve(this.#state, recorded);
    const before = this.papers.length;
    this.#bring(recorded.event, recorded, this.#state);
    this.#trail = follow(this.#trail, recorded, this.papers[before]?.number ?? '');
  }

  /** Every event is answered here: what a new kind of event gives is decided, not forgotten. */
  #bring(event: CaseEvent, recorded: RecordedEvent, state: CaseState): void {
    const add = <K extends PaperKind>(kind: K, build: (scene: Scene) => PaperFields<K>, on?: LawDate): Paper =>
      this.#add(kind, recorded, state, on ?? lawDateOf(recorded.at), build);
    switch (event.type) {
      case 'case_filed':
        add('filing_approval', (scene) => filingApproval(event, scene));
        return;
      case 'inquiry_recorded':
        add('inquiry_record', (scene) => inquiryRecord(event, scene), lawDateOf(event.from));
        return;
      case 'scene_recorded':
        add('scene_record', (scene) => sceneRecord(event, scene), lawDateOf(event.from));
        return;
      case 'measure_taken':
        if (event.kind === 'seizure') add('seizure_decision', (scene) => seizureDecision(event, scene));
        add('preservation_list', (scene) => preservationList(event, scene));
        return;
      case 'measure_disposed':
        add('measure_disposal', (scene) => measureDisposal(event, scene));
        return;
      case 'rectification_ordered':
        add('order_to_put_right', (scene) => orderToPutRight(event, scene));
        return;
      case 'investigation_ended':
        add('investigation_report', (scene) => investigationReport(event, scene));
        return;
      case 'reviewed':
        add('legal_review_opinion', (scene) => legalReviewOpinion(event, scene));
        return;
      case 'discussed':
        add('discussion_record', (scene) => discussionRecord(event, scene), event.heldOn);
        return;
      case 'notice_given': {
        const served = add('prior_notice', (scene) => priorNotice(event, scene), event.servedOn);
        add('service_receipt', (scene) => serviceReceipt(event, served, scene), event.servedOn);
        return;
      }
      case 'hearing_noticed': {
        const served = add('hearing_notice', (scene) => hearingNotice(event, scene), event.servedOn);
        add('service_receipt', (scene) => serviceReceipt(event, served, scene), event.servedOn);
        return;
      }
      case 'hearing_recorded':
        add('hearing_record', (scene) => hearingRecord(event, scene), event.heldOn);
        return;
      case 'penalty_decided':
        add('penalty_decision', (scene) => penaltyDecision(event, scene));
        return;
      case 'decided_on_spot':
        add('on_spot_decision', (scene) => onSpotDecision(event, scene), event.servedOn);
        return;
      case 'decision_served': {
        const served = this.papers.filter(({ kind }) => kind === 'penalty_decision').at(-1) ?? null;
        add('service_receipt', (scene) => serviceReceipt(event, served, scene), event.servedOn);
        return;
      }
      case 'decision_withdrawn':
        add('withdrawal_decision', (scene) => withdrawalDecision(event, scene));
        return;
      case 'deferral_granted':
        add('deferral_decision', (scene) => deferralDecision(event, scene));
        return;
      case 'demand_notice_given': {
        const served = add('demand_notice', (scene) => demandNotice(event, scene), event.servedOn);
        add('service_receipt', (scene) => serviceReceipt(event, served, scene), event.servedOn);
        return;
      }
      case 'court_applied':
        add('court_application', (scene) => courtApplication(event, scene), event.appliedOn);
        return;
      case 'transfer_decided':
        add('transfer_letter', (scene) => transferLetter(event, scene));
        return;
      case 'case_closed': {
        const { reason, summary } = event;
        // Before it was filed there is nothing to decide on: the closing report is all.
        const ending =
          state.filedAt !== null && isNoPenaltyReason(reason)
            ? add('no_penalty_decision', (scene) => noPenaltyDecision(reason, summary, scene)).number
            : null;
        add('closing_report', (scene) => closingReport(event, ending, scene));
        const inside = this.papers;
        add('file_cover', (scene) => fileCover(event, scene, inside.length, this.archivedAt));
        add('file_contents', () => fileContents(inside));
        return;
      }
      case 'case_opened':
      case 'stage_entered':
      case 'accepted':
      case 'dispatch_returned':
      case 'dispatched':
      case 'assigned':
      case 'report_joined':
      case 'report_split':
      case 'case_merged':
      case 'verified':
      case 'rectification_checked':
      case 'party_completed':
      case 'procedure_switched':
      case 'evidence_collected':
      case 'recusal_asked':
      case 'recusal_decided':
      case 'measure_approved':
      case 'testing_started':
      case 'testing_ended':
      case 'statement_recorded':
      case 'statement_weighed':
      case 'hearing_requested':
      case 'hearing_waived':
      case 'reported_for_record':
      case 'fine_handed_in':
      case 'fine_banked':
      case 'service_announced':
      case 'decision_published':
      case 'publication_withdrawn':
      case 'payment_recorded':
      case 'performance_recorded':
      case 'late_fine_waived':
      case 'appeal_recorded':
      case 'appeal_ended':
      case 'court_result_recorded':
      case 'period_extended':
      case 'case_suspended':
      case 'case_resumed':
      case 'law_changed':
      case 'elevation_requested':
      case 'elevation_refused':
      case 'elevated':
      case 'sent_down':
      case 'cooperation_requested':
      case 'cooperation_answered':
      case 'cooperation_returned':
      case 'guidance_asked':
      case 'guidance_answered':
      case 'jurisdiction_disputed':
      case 'jurisdiction_decided':
      case 'crime_reported':
      case 'crime_report_dismissed':
      case 'transfer_sent':
      case 'transfer_taken_back':
      case 'light_changed':
      case 'rung_reached':
      case 'urged':
      case 'urging_answered':
      case 'supervision_checked':
      case 'overdue_appealed':
      case 'overdue_judged':
      case 'case_archived':
        return;
    }
  }

  #add<K extends PaperKind>(
    kind: K,
    { seq, at, actor, event }: RecordedEvent,
    state: CaseState,
    date: LawDate,
    build: (scene: Scene) => PaperFields<K>,
  ): Paper {
    const ordinal = this.papers.filter((paper) => paper.kind === kind).length + 1;
    const rule = ruleFor(this.rules, kind, date);
    const issuer = issuerOf(this.rules, rule.issuer === 'bureau' ? BUREAU : state.owner);
    const number = paperNumber(rule, issuer, state.caseId, ordinal);
    const scene: Scene = {
      state,
      now: this.now,
      trail: this.#trail,
      issuer,
      ownerName: issuerOf(this.rules, state.owner).name,
      townName: issuerOf(this.rules, state.town).place,
      at,
      actor: actor.id,
    };
    const paper: Paper = {
      id: `${kind}-${ordinal}`,
      kind,
      label: rule.label,
      number,
      date,
      seq,
      event: event.type,
      fields: {
        机关: issuer.name,
        文书名称: rule.label,
        字号: number,
        案件编号: state.caseId,
        案由: causeOf(state.item),
        文书日期: chineseDate(date),
        ...build(scene),
      },
    };
    this.papers = [...this.papers, paper];
    return paper;
  }
}
