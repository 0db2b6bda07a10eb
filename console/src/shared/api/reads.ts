import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from './client';
import { askEvery, EVERY_MS } from './stream';
import type {
  CaseQuery,
  Clue,
  CluePageOf,
  ClueQuery,
  DutyQuery,
  ExportQuery,
  IndicatorCasesQuery,
  IndicatorQuery,
  LawChange,
  RefusalQuery,
  ScoreQuery,
  SignInQuery,
  SuggestBody,
  TableName,
  UrgingQuery,
} from './types';

/** What pages read. One hook for each, so that the same thing is asked for once, whoever shows it. */

/** The catalogue changes with a release, not while one looks. */
const LASTING = { refetchInterval: false, staleTime: Infinity } as const;

/** Whoever isn't known yet waits for it; later it is asked only now and then. */
export const useMe = () =>
  useQuery({
    queryKey: ['me'],
    queryFn: () => answer(api.GET('/api/v1/me')),
    refetchInterval: ({ state }) => (state.data === undefined ? 3_000 : 60_000),
  });

export const useOverview = () =>
  useQuery({ queryKey: ['overview'], queryFn: () => answer(api.GET('/api/v1/overview')) });

/** Nothing tells the wall what happens: a screen has no stream, and is asked for by nobody. */
export const useWall = () =>
  useQuery({ queryKey: ['wall'], queryFn: () => answer(api.GET('/api/v1/wall')), refetchInterval: EVERY_MS });

export const useNotices = () =>
  useQuery({
    queryKey: ['notices'],
    queryFn: () => answer(api.GET('/api/v1/notices', { params: { query: { limit: 8 } } })),
  });

export const useTowns = () =>
  useQuery({ queryKey: ['towns'], queryFn: () => answer(api.GET('/api/v1/catalogue/towns')), ...LASTING });

export const useItems = () =>
  useQuery({ queryKey: ['items'], queryFn: () => answer(api.GET('/api/v1/catalogue/items')), ...LASTING });

export const usePatrolItems = () =>
  useQuery({
    queryKey: ['patrol-items'],
    queryFn: () => answer(api.GET('/api/v1/catalogue/patrol-items')),
    ...LASTING,
  });

export const useSuggestions = (body: SuggestBody) =>
  useQuery({
    queryKey: ['suggestions', body],
    queryFn: () => answer(api.POST('/api/v1/clues/suggestions', { body })),
    enabled: body.text !== '',
    placeholderData: (before) => before,
    ...LASTING,
  });

export const useChannels = () =>
  useQuery({ queryKey: ['channels'], queryFn: () => answer(api.GET('/api/v1/catalogue/channels')), ...LASTING });

export const usePeople = (org: string | null) =>
  useQuery({
    queryKey: ['people', org],
    queryFn: () => answer(api.GET('/api/v1/people', { params: { query: { org: org ?? '' } } })),
    enabled: org !== null,
    ...LASTING,
  });

export const useCases = (query: CaseQuery, more: { readonly enabled?: boolean } = {}) =>
  useQuery({
    queryKey: ['cases', query],
    queryFn: () => answer(api.GET('/api/v1/cases', { params: { query } })),
    placeholderData: (before) => before,
    ...more,
  });

const of = (id: string) => ({ params: { path: { id } } });

export const useCase = (id: string) =>
  useQuery({ queryKey: ['case', id], queryFn: () => answer(api.GET('/api/v1/cases/{id}', of(id))) });

export const useTimeline = (id: string) =>
  useQuery({
    queryKey: ['case', id, 'timeline'],
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/timeline', of(id))),
  });

export const useClocks = (id: string) =>
  useQuery({ queryKey: ['case', id, 'clocks'], queryFn: () => answer(api.GET('/api/v1/cases/{id}/clocks', of(id))) });

export const usePapers = (id: string) =>
  useQuery({ queryKey: ['case', id, 'papers'], queryFn: () => answer(api.GET('/api/v1/cases/{id}/papers', of(id))) });

export const evidenceOf = (id: string) => ({
  queryKey: ['case', id, 'evidence'],
  queryFn: () => answer(api.GET('/api/v1/cases/{id}/evidence', of(id))),
});

export const useEvidence = (id: string) => useQuery(evidenceOf(id));

export const useCaseClues = (id: string) =>
  useQuery({ queryKey: ['case', id, 'clues'], queryFn: () => answer(api.GET('/api/v1/cases/{id}/clues', of(id))) });

export const useActForm = (act: string) =>
  useQuery({
    queryKey: ['act', act],
    queryFn: () => answer(api.GET('/api/v1/acts/{act}', { params: { path: { act } } })),
    ...LASTING,
  });

export type Read<T> = Pick<UseQueryResult<T>, 'data' | 'error'>;

export const useProcedure = (id: string) =>
  useQuery({
    queryKey: ['case', id, 'procedure'],
    queryFn: () => answer(api.GET('/api/v1/cases/{id}/procedure', of(id))),
  });

export const useClue = (id: string) =>
  useQuery({
    queryKey: ['clue', id],
    // The client reads the pair of positions as a list of any length.
    queryFn: () => answer(api.GET('/api/v1/clues/{id}', of(id))) as Promise<Clue>,
    // As with their list: another dispatcher may settle it while one writes.
    refetchInterval: ({ state: { data } }) => (data?.light == null ? askEvery() : EVERY_MS),
  });

export const useClues = (query: ClueQuery) =>
  useQuery({
    queryKey: ['clues', query],
    queryFn: () => answer(api.GET('/api/v1/clues', { params: { query } })) as Promise<CluePageOf>,
    // The stream tells of cases; a clue that waits at the desk is none yet.
    refetchInterval: EVERY_MS,
    placeholderData: (before) => before,
  });

export const useIndicators = () =>
  useQuery({ queryKey: ['indicators'], queryFn: () => answer(api.GET('/api/v1/indicators')), ...LASTING });

export const useIndicator = (id: string, query: IndicatorQuery) =>
  useQuery({
    queryKey: ['indicator', id, query],
    queryFn: () => answer(api.GET('/api/v1/indicators/{id}', { params: { path: { id }, query } })),
    refetchInterval: 60_000,
  });

export const useIndicatorCases = (id: string, query: IndicatorCasesQuery) =>
  useQuery({
    queryKey: ['indicator', id, 'cases', query],
    queryFn: () => answer(api.GET('/api/v1/indicators/{id}/cases', { params: { path: { id }, query } })),
    refetchInterval: 60_000,
  });

/** Administrators look; nothing here changes by itself while they do. */
const ON_OPENING = { refetchInterval: false } as const;

export const useTables = () =>
  useQuery({ queryKey: ['tables'], queryFn: () => answer(api.GET('/api/v1/administration/tables')), ...ON_OPENING });

export const useTable = (table: TableName) =>
  useQuery({
    queryKey: ['tables', table],
    queryFn: () => answer(api.GET('/api/v1/administration/tables/{table}', { params: { path: { table } } })),
    ...ON_OPENING,
  });

export const useCatalogueHistory = () =>
  useQuery({
    queryKey: ['catalogue-history'],
    queryFn: () => answer(api.GET('/api/v1/administration/catalogue-history')),
    ...ON_OPENING,
  });

export const useCatalogueChanges = (id: number) =>
  useQuery({
    queryKey: ['catalogue-history', id],
    queryFn: () => answer(api.GET('/api/v1/administration/catalogue-history/{id}', { params: { path: { id } } })),
    ...LASTING,
  });

export const useFormulas = () =>
  useQuery({
    queryKey: ['formulas'],
    queryFn: () => answer(api.GET('/api/v1/administration/formulas')),
    ...ON_OPENING,
  });

export const useRoster = () =>
  useQuery({ queryKey: ['roster'], queryFn: () => answer(api.GET('/api/v1/administration/people')), ...ON_OPENING });

export const useSessions = () =>
  useQuery({ queryKey: ['sessions'], queryFn: () => answer(api.GET('/api/v1/administration/sessions')) });

export const useRoles = () =>
  useQuery({ queryKey: ['roles'], queryFn: () => answer(api.GET('/api/v1/administration/roles')), ...LASTING });

export const useScreens = () =>
  useQuery({ queryKey: ['screens'], queryFn: () => answer(api.GET('/api/v1/administration/screens')) });

export const useRefusals = (query: RefusalQuery) =>
  useQuery({
    queryKey: ['refusals', query],
    queryFn: () => answer(api.GET('/api/v1/administration/refusals', { params: { query } })),
    placeholderData: (before) => before,
  });

export const useSignIns = (query: SignInQuery) =>
  useQuery({
    queryKey: ['sign-ins', query],
    queryFn: () => answer(api.GET('/api/v1/administration/sign-in-record', { params: { query } })),
    placeholderData: (before) => before,
  });

export const useExports = (query: ExportQuery) =>
  useQuery({
    queryKey: ['exports', query],
    queryFn: () => answer(api.GET('/api/v1/exports', { params: { query } })),
    placeholderData: (before) => before,
  });

export const useDeadNotices = () =>
  useQuery({ queryKey: ['dead-notices'], queryFn: () => answer(api.GET('/api/v1/deliveries')) });

/** All pages of it: a change is decided on as a whole. */
export const useLawChange = () =>
  useQuery({
    queryKey: ['law-change'],
    queryFn: async () => {
      const pages: LawChange[] = [];
      for (let after: string | null = ''; after !== null; after = pages.at(-1)?.next ?? null) {
        const query = after === '' ? {} : { after };
        pages.push(await answer(api.GET('/api/v1/law-change', { params: { query } })));
      }
      return {
        catalogueVersion: pages[0]?.catalogueVersion ?? '',
        seen: pages.reduce((sum, { seen }) => sum + seen, 0),
        cases: pages.flatMap(({ cases }) => cases),
        next: null,
      };
    },
    ...ON_OPENING,
  });

export const useDuties = (query: DutyQuery) =>
  useQuery({
    queryKey: ['duties', query],
    queryFn: () => answer(api.GET('/api/v1/duties', { params: { query } })),
    placeholderData: (before) => before,
  });

export const useUrgings = (query: UrgingQuery) =>
  useQuery({
    queryKey: ['urgings', query],
    queryFn: () => answer(api.GET('/api/v1/urgings', { params: { query } })),
    placeholderData: (before) => before,
  });

export const useOverdueAppeals = (judged: boolean) =>
  useQuery({
    queryKey: ['overdue-appeals', judged],
    queryFn: () => answer(api.GET('/api/v1/overdue-appeals', { params: { query: { judged } } })),
  });

export const useLadder = (id: string) =>
  useQuery({ queryKey: ['case', id, 'ladder'], queryFn: () => answer(api.GET('/api/v1/cases/{id}/ladder', of(id))) });

export const useScoreFormulas = () =>
  useQuery({ queryKey: ['score-formulas'], queryFn: () => answer(api.GET('/api/v1/scores')), ...LASTING });

export const useScores = (formula: string, query: ScoreQuery) =>
  useQuery({
    queryKey: ['scores', formula, query],
    queryFn: () => answer(api.GET('/api/v1/scores/{formula}', { params: { path: { formula }, query } })),
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });

export const useWhatIf = () =>
  useQuery({ queryKey: ['what-if'], queryFn: () => answer(api.GET('/api/v1/what-if')), ...LASTING });

export const usePoints = () => useQuery({ queryKey: ['points'], queryFn: () => answer(api.GET('/api/v1/points')) });
