/** Who may import whom. The reason for each rule is its comment, which is printed where it is broken. */

const TYPES_ONLY = { dependencyTypesNot: ['type-only'] };
const ENTRY_POINTS = [
  '^api/server\\.ts$',
  '^worker/main\\.ts$',
  '^workflows/(index|shortStacks)\\.ts$',
  '^threads/start\\.mjs$',
  '^db/migrations/',
  '^commands/',
  '^local/(main|demo|sdkDownload)',
  '^console/',
  '^(test|bench|demo)/',
  '\\.config\\.(js|ts|mjs|cjs)$',
  '^\\.dependency-cruiser\\.cjs$',
  '\\.d\\.ts$',
];

/** Files of ours that `room` may import, besides its own. */
function mayImport(room, comment, ...allowed) {
  return {
    name: `${room}-knows-its-place`,
    severity: 'error',
    comment,
    from: { path: `^${room}/` },
    to: { path: '^[^/]+/', pathNot: ['^node_modules/', `^${room}/`, ...allowed], dependencyTypesNot: ['core'] },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment:
        'The law and the case import nothing outside themselves, no npm and no Node: so decide and evolve give the same ' +
        'answer in the workflow, in the API, in tests and at every replay, and no library update can change a case.',
      from: { path: '^domain/' },
      to: { pathNot: '^domain/' },
    },
    {
      name: 'workflows-are-deterministic',
      severity: 'error',
      comment:
        'Workflow code is replayed in a sandbox: it may use the domain, the workflow SDK, and the types of activities ' +
        '(never their code, which would pull Node and Postgres into the bundle).',
      from: { path: '^workflows/' },
      to: {
        pathNot: ['^workflows/', '^domain/', '^activities/', '^node_modules/@temporalio/(workflow|common)/'],
      },
    },
    {
      name: 'workflows-take-only-types-of-activities',
      severity: 'error',
      comment: 'A value from activities/ would bring Node and Postgres into the workflow bundle; import type instead.',
      from: { path: '^workflows/' },
      to: { path: '^activities/', ...TYPES_ONLY },
    },
    mayImport(
      'db',
      'A query knows the tables and the words of the domain; it decides nothing and reads no environment.',
      '^domain/',
    ),
    {
      name: 'db-uses-only-postgres',
      severity: 'error',
      comment: 'SQL is written here by hand, with pg and the migration runner; nothing else belongs between.',
      from: { path: '^db/' },
      to: { path: '^node_modules/', pathNot: '^node_modules/(@types/)?(pg|node-pg-migrate)/' },
    },
    mayImport(
      'activities',
      'Activities carry out what a workflow has decided: they write, send, look up and have reports made, and start nothing ' +
        'themselves.',
      '^domain/',
      '^db/',
      '^config/',
      '^reports/',
    ),
    mayImport(
      'config',
      'Configuration is read at the edge and handed on as values in the shapes of the domain; it knows nobody who uses it.',
      '^domain/',
    ),
    mayImport(
      'papers',
      'Fills the clerks’ templates and prints them. What stands in a paper is the domain’s; who may have it is the API’s: ' +
        'here are only Word, PDF and type.',
      '^domain/',
    ),
    {
      name: 'threads-know-nobody',
      severity: 'error',
      comment: 'A thread runs what it is given by name; which work that is, and what it answers, is its room’s.',
      from: { path: '^threads/' },
      to: { pathNot: ['^threads/', '^node_modules/tsx/'], dependencyTypesNot: ['core'] },
    },
    mayImport(
      'evidence',
      'Keeps files by case and hash and knows neither: who may hand one in and who may look at it is the API’s.',
    ),
    mayImport(
      'evaluation',
      'Brings what the domain’s formulas make of events into the store. The formulas are the domain’s, who may read the API’s.',
      '^domain/',
      '^db/',
    ),
    {
      name: 'simulation-is-pure',
      severity: 'error',
      comment:
        'What if: the domain’s own rules and figures, lived through by dice that come from a seed. Where a season comes from and ' +
        'how an answer is shown is the edges’.',
      from: { path: '^simulation/' },
      to: { pathNot: ['^simulation/', '^domain/', '^node_modules/(pure-rand|tinyqueue)/'] },
    },
    mayImport(
      'whatif',
      'Brings a season, past or made up, and another world together for the simulation. Who may ask is the API’s, how an answer ' +
        'looks the edges’.',
      '^domain/',
      '^db/',
      '^config/',
      '^simulation/',
    ),
    mayImport(
      'reports',
      'Makes the monthly report of the indicators and the scores, as Word and as a sheet. When it is made is a workflow’s, who ' +
        'may have it the API’s.',
      '^domain/',
      '^db/',
      '^config/',
      '^evaluation/',
      '^papers/',
      '^sheets/',
      '^threads/',
    ),
    mayImport(
      'archive',
      'Makes, signs and verifies the files of archived cases and the heads of all chains. When it is done is the worker’s, ' +
        'who may have them the API’s.',
      '^domain/',
      '^db/',
      '^config/',
      '^papers/',
      '^threads/',
    ),
    {
      name: 'the-verifier-stands-alone',
      severity: 'error',
      comment: 'It is handed out as one file and runs with Node alone: it can’t bring along what it imports.',
      from: { path: '^archive/verify\\.mjs$' },
      to: { dependencyTypesNot: ['core'] },
    },
    mayImport(
      'sheets',
      'Reads and writes csv and xlsx, for the API, the commands and the reports; it sends nothing.',
      '^domain/',
    ),
    {
      name: 'one-writer-of-sheets',
      severity: 'error',
      comment:
        'What a spreadsheet would run is made harmless in one place (CWE-1236): a second writer would forget it.',
      from: { pathNot: '^sheets/writeXlsx\\.ts$' },
      to: { path: '^node_modules/(write-excel-file|exceljs|xlsx|csv-stringify)/' },
    },
    mayImport(
      'demo',
      'The stories are told by the domain alone, under the catalogue that is shipped: no server, no database, no clock.',
      '^domain/',
      '^config/',
    ),
    mayImport(
      'engine',
      'The one place that starts and reaches cases through the Temporal client, for the API and the worker’s sweeper.',
      '^domain/',
      '^db/',
      '^config/',
      '^workflows/(messages|workflowId)\\.ts$',
    ),
    mayImport(
      'api',
      'The API turns HTTP into messages to a case: it sees the names of messages, never workflow code or activities.',
      '^domain/',
      '^db/',
      '^config/',
      '^engine/',
      '^papers/',
      '^archive/',
      '^evidence/',
      '^sheets/',
      '^evaluation/',
      '^simulation/',
      '^whatif/',
      '^threads/',
      '^workflows/(messages|workflowId)\\.ts$',
    ),
    mayImport(
      'worker',
      'Workflow code reaches the worker as a bundle, by path: importing it would run it outside the sandbox.',
      '^domain/',
      '^db/',
      '^config/',
      '^engine/',
      '^activities/',
      '^papers/',
      '^archive/',
      '^evaluation/',
      '^reports/',
    ),
    mayImport(
      'console',
      'The console speaks HTTP only: its types come from the OpenAPI document, not from our source.',
    ),
    {
      name: 'nobody-imports-the-processes',
      severity: 'error',
      comment:
        'api and worker are processes that scale apart: shared code belongs in a room below. Only npm start, which runs ' +
        'both in one process, and tests and benchmarks bring them up.',
      from: { pathNot: '^(api|worker|local|test|bench)/' },
      to: { path: '^(api|worker)/' },
    },
    {
      name: 'api-and-worker-apart',
      severity: 'error',
      comment: 'They meet in Temporal and Postgres only, so that either can be deployed, scaled or down by itself.',
      from: { path: '^(api|worker)/' },
      to: { path: '^(api|worker)/', pathNot: '^$1/' },
    },
    {
      name: 'nothing-rests-on-the-edges',
      severity: 'error',
      comment:
        'The local stack, tests, benchmarks, demo data and stories are edges: production must run where they are left out. ' +
        '(The commands for development sign with the local issuer, skip time on the local engine and tell the stories.)',
      from: {
        pathNot: [
          '^(local|test|bench|demo)/',
          '^commands/(token|connect|demo|verify|recompute|dryRun|simulate)\\.ts$',
          '^commands/(demo|charts)/',
        ],
      },
      to: { path: '^(local|test|bench|demo)/' },
    },
    {
      name: 'commands-are-called-not-imported',
      severity: 'error',
      comment: 'A command is an edge for people and deployments; only npm start, tests and benchmarks run its parts.',
      from: { pathNot: '^(commands|local|test|bench)/' },
      to: { path: '^commands/' },
    },
    {
      name: 'local-knows-no-tests',
      severity: 'error',
      comment: 'npm start must work from an installation without the tests.',
      from: { path: '^local/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment:
        'Two files that need each other are one file, or hide a third; a cycle also makes the load order matter.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'A file that nobody imports and that imports nothing is forgotten, or an entry point to be named above.',
      from: { orphan: true, pathNot: ENTRY_POINTS },
      to: {},
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere fails only when it is reached, which may be in production.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      comment:
        'The image is installed without devDependencies. (local/sdkDownload.ts, a last resort for developers, runs in a ' +
        'process of its own. The pages’ types are written by developers only.)',
      from: {
        path: '^(domain|workflows|activities|db|config|engine|papers|archive|evidence|evaluation|simulation|whatif|threads|reports|sheets|api|worker|commands|local)/',
        pathNot: '^local/(sdkDownload|consoleTypes)\\.ts$',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-undeclared-dependency',
      severity: 'error',
      comment: 'A package that is here only because another one needs it leaves when that one changes its mind.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: '^node_modules' },
    exclude: { path: '^(\\.local|(console/)?dist|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
