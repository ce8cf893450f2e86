import { betweenExamples, betweenFlags } from '../src/cli/verbs/between-flags.ts'
import { changeFlags, limitFlags, lossFlag } from '../src/cli/verbs/flags.ts'
import { planExamples, planFlags } from '../src/cli/verbs/plan-flags.ts'
import { renumberVerb } from '../src/cli/verbs/renumber-verb.ts'
import { lintVerbs } from '../src/cli/verbs/lint-verbs.ts'
import type { Verb } from '../src/cli/verb.ts'
import { environmentWord } from '../src/cli/arguments.ts'

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
  apply: {
    name: 'apply',
    about: 'bring a database to the newest migration',
    words: [environmentWord, { name: 'version', about: 'the newest version to apply' }],
    flags: [...changeFlags, ...limitFlags],
    examples: [
      ['npm run apply', 'the local database, started when it is not running'],
      ['npm run apply staging', 'staging, by STAGING_DATABASE_URL'],
      ['npm run apply staging 003', 'no further than version 003'],
      ['npm run apply production -- --dry-run', 'what would be done'],
      ['npm run apply production -- --yes production', 'without being asked'],
    ],
  },
  rollback: {
    name: 'rollback',
    about: 'roll migrations back, newest first',
    words: [
      environmentWord,
      { name: 'version', about: 'the version that stays the newest applied; none rolls all back' },
    ],
    flags: [
      {
        name: 'steps',
        type: 'string',
        value: 'N',
        about: 'roll back this many, instead of naming a version',
      },
      lossFlag,
      ...changeFlags,
      ...limitFlags,
    ],
    examples: [
      ['npm run rollback 005', 'the local database: roll back all above 005'],
      ['npm run rollback -- --steps 1', 'the newest one'],
      ['npm run rollback staging 005 -- --dry-run', 'what would be done, and lost'],
      ['npm run rollback none -- --allow-data-loss', 'everything, with the rows'],
    ],
  },
  status: {
    name: 'status',
    about: 'list which migrations a database has and which it lacks',
    words: [environmentWord],
    flags: [
      { name: 'exit-code', type: 'boolean', about: 'exit 2 unless the database is up to date' },
    ],
    examples: [
      ['npm run status', 'the local database'],
      ['npm run status production', 'production; changes nothing'],
    ],
  },
  verify: {
    name: 'verify',
    about: 'compare a database with what its migrations make: tables, columns, rights and more',
    words: [environmentWord],
    flags: [],
    examples: [['npm run verify production', 'changes nothing, exits 2 when something differs']],
  },
  baseline: {
    name: 'baseline',
    about: 'record migrations as applied in a database that has the tables but no history',
    words: [
      environmentWord,
      { name: 'version', about: 'the newest version to record (default: the newest of all)' },
    ],
    flags: [
      {
        name: 'allow-differences',
        type: 'boolean',
        about: 'record also when the database differs from what those migrations make',
      },
      ...changeFlags,
    ],
    examples: [
      ['npm run baseline staging', 'record all migrations, when the database is what they make'],
      ['npm run baseline staging 003', 'record 001 to 003'],
    ],
  },
  db: {
    name: 'db',
    about: 'start, stop, reset or enter the local database',
    words: [
      {
        name: 'action',
        about: 'start, stop, status, url, psql, reset or stop-workbench',
        required: true,
      },
    ],
    flags: [{ name: 'yes', type: 'boolean', about: 'reset without being asked' }],
    examples: [
      ['npm run db start', 'start it, and create it when it is missing'],
      ['npm run db status', 'where it runs and where its data is'],
      ['npm run --silent db url', 'the URL for other tools'],
      ['npm run db psql', 'a prompt, as postgres'],
      ['npm run db reset', 'delete its data; its URL stays the same'],
      ['LOCAL_PORT=54330 npm run db start', 'on another port; .env.local may set it too'],
      ['npm run db stop-workbench', 'stop the server of scratch databases'],
    ],
  },
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
  help: {
    name: 'help',
    about: 'list the verbs',
    ...bare,
    examples: [['npm run help', 'this list']],
  },
} as const satisfies Record<string, Verb>
