import { environmentWord } from '../arguments.ts'
import type { Verb } from '../verb.ts'
import { fleetFlags } from './fleet-flags.ts'
import {
  archiveFlag,
  changeFlags,
  checkFlag,
  driftFlag,
  limitFlags,
  lossFlag,
  rehearseFlag,
} from './flags.ts'

/** The verbs about one environment: what it has, what it lacks, and how that changes. */
export const deployVerbs = {
  apply: {
    name: 'apply',
    about: 'bring a database to the newest migration',
    words: [environmentWord, { name: 'version', about: 'the newest version to apply' }],
    flags: [
      lossFlag,
      checkFlag,
      rehearseFlag,
      driftFlag,
      ...changeFlags,
      ...limitFlags,
      ...fleetFlags,
    ],
    examples: [
      ['npm run apply', 'the local database, started when it is not running'],
      ['npm run apply staging', 'staging, by STAGING_DATABASE_URL'],
      ['npm run apply staging 003', 'no further than version 003'],
      ['npm run apply production -- --dry-run', 'what would be done'],
      ['npm run apply production -- --rehearse', 'locks and rewrites, measured on a copy'],
      ['npm run apply production -- --yes production', 'without being asked'],
      ['npm run apply -- --fleet customers.fleet --parallel 8', 'every database that a file lists'],
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
      archiveFlag,
      driftFlag,
      checkFlag,
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
      ...fleetFlags,
      {
        name: 'journal',
        type: 'boolean',
        about: 'list the newest runs too: who, from where, which commit, how long, how it ended',
      },
    ],
    examples: [
      ['npm run status', 'the local database'],
      ['npm run status production', 'production; changes nothing'],
      ['npm run status -- --fleet customers.fleet', 'every database that a file lists'],
      ['npm run status staging -- --journal', 'and who ran which migration when'],
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
} as const satisfies Record<string, Verb>
