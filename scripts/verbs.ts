import { auraVerbs } from '../aura/verbs.ts'
import { archiveVerb } from '../src/cli/verbs/archive-verb.ts'
import { betweenExamples, betweenFlags } from '../src/cli/verbs/between-flags.ts'
import { dbVerb } from '../src/cli/verbs/db-verb.ts'
import { driftVerb } from '../src/cli/verbs/drift-verb.ts'
import { docsVerb } from '../src/cli/verbs/docs-verb.ts'
import { deployVerbs } from '../src/cli/verbs/deploy-verbs.ts'
import { fleetWorkerVerb } from '../src/cli/verbs/fleet-worker-verb.ts'
import { planExamples, planFlags } from '../src/cli/verbs/plan-flags.ts'
import { recoveryVerbs } from '../src/cli/verbs/recovery-verbs.ts'
import { renumberVerb } from '../src/cli/verbs/renumber-verb.ts'
import { lintVerbs } from '../src/cli/verbs/lint-verbs.ts'
import { pgtapVerb } from '../src/cli/verbs/pgtap-verb.ts'
import { typesVerb } from '../src/cli/verbs/types-verb.ts'
import { trialVerbs } from '../src/cli/verbs/trial-verbs.ts'
import type { Verb } from '../src/cli/verb.ts'

/** Neither arguments nor flags. */
const bare = { words: [], flags: [] } as const

/** Every verb with its help, in the order in which a change meets them. */
export const verbs = {
  plan: {
    name: 'plan',
    about: 'plan from the migrations to the schema files, in both directions, and prove both',
    words: [
      {
        name: 'name',
        about: 'write the migration under this name; without a name it is only shown',
      },
    ],
    flags: planFlags,
    examples: planExamples,
  },
  prove: {
    name: 'prove',
    about: 'prove migrations that were written or edited by hand, in both directions, on a copy',
    words: [
      {
        name: 'version',
        about: 'the oldest version to prove, with all after it; the newest alone',
      },
    ],
    flags: [
      {
        name: 'write-down',
        type: 'boolean',
        about: 'plan, prove and write the down file that a migration lacks',
      },
    ],
    examples: [
      ['npm run prove 007', 'from 007 on; without a version, the newest and its down file'],
      ['npm run prove -- --write-down', 'the down file of what atlas migrate diff wrote'],
    ],
  },
  diff: {
    name: 'diff',
    about: 'compare the migrations with the schema files, or plan between any two states',
    words: [],
    flags: betweenFlags,
    examples: betweenExamples,
  },
  ...lintVerbs,
  new: {
    name: 'new',
    about: 'write an empty migration with the next version, for steps that change rows',
    words: [{ name: 'name', about: 'what it is about, such as fill_titles', required: true }],
    flags: [],
    examples: [['npm run new fill_titles', 'two files to fill: the migration and its down file']],
  },
  renumber: renumberVerb,
  types: typesVerb,
  pgtap: pgtapVerb,
  ...deployVerbs,
  archive: archiveVerb,
  drift: driftVerb,
  'fleet-worker': fleetWorkerVerb,
  ...recoveryVerbs,
  docs: docsVerb,
  db: dbVerb,
  ...auraVerbs,
  hash: {
    name: 'hash',
    about: 'write atlas.sum again, and list the files that changed',
    ...bare,
    examples: [['npm run hash', 'after adding or renaming a migration']],
  },
  'atlas:workbench': {
    name: 'atlas:workbench',
    about: 'create the two databases that atlas.hcl needs, and print their URLs as JSON',
    ...bare,
    examples: [['atlas migrate diff add_labels --env local', "Atlas's own command line calls it"]],
  },
  check: {
    name: 'check',
    about: 'run everything that CI runs: format, code, types, database, tests',
    ...bare,
    examples: [['npm run check', 'stops at the first step that fails']],
  },
  'test:all': {
    name: 'test:all',
    about: 'run every test, those of databases on PostgreSQL 15, 17 and 18',
    ...bare,
    examples: [['npm run test:all', 'takes long; npm test runs a share of the many cases']],
  },
  ...trialVerbs,
  bench: {
    name: 'bench',
    about: 'time the parts of the verbs',
    ...bare,
    examples: [['npm run bench', 'shortest, median and longest of ten runs']],
  },
  'bench:plan': {
    name: 'bench:plan',
    about: 'time npm run plan from the shell: cold, warm, and with nothing to plan',
    ...bare,
    examples: [['npm run bench:plan', 'on a copy of the project with one more table']],
  },
  'docs:coverage': {
    name: 'docs:coverage',
    about: 'write docs/coverage.md: what of each catalog is planned, and what is reported',
    ...bare,
    examples: [['npm run docs:coverage', 'starts PostgreSQL 15, 17 and 18']],
  },
  'bench:peers': {
    name: 'bench:peers',
    about: 'time our planner and others, and write docs/benchmarks.md',
    ...bare,
    examples: [['npm run bench:peers', 'minutes; installs the peers by npm and Go']],
  },
  'bench:online': {
    name: 'bench:online',
    about: 'measure how long readers and writers wait for plans, and write docs/online.md',
    ...bare,
    examples: [
      ['npm run bench:online', 'a table of 1,000,000 rows on a scratch database: minutes'],
    ],
  },
  'bench:fleet': {
    name: 'bench:fleet',
    about: 'time a fleet of 200 databases and plain loops, and write docs/fleet.md',
    ...bare,
    examples: [['npm run bench:fleet', 'takes minutes; needs psql']],
  },
  help: {
    name: 'help',
    about: 'list the verbs',
    ...bare,
    examples: [['npm run help', 'this list']],
  },
} as const satisfies Record<string, Verb>
