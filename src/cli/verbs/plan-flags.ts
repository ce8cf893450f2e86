import { UserError } from '../../errors.ts'
import { failOnFlag, lossFlag } from './flags.ts'
import { traceFlags } from '../trace-flags.ts'
import type { Flag, FlagValues, Verb } from '../verb.ts'

/** The flags of `plan`. */
export const planFlags: readonly Flag[] = [
  { name: 'exit-code', type: 'boolean', about: 'exit 2 when there is something to plan' },
  { name: 'explain', type: 'boolean', about: 'print who plans what, and plan nothing' },
  ...traceFlags,
  {
    name: 'allow-unmanaged',
    type: 'boolean',
    about: 'plan the rest when something cannot be planned',
  },
  {
    name: 'online',
    type: 'boolean',
    about: 'build indexes and check rows while others read and write, in several migrations',
  },
  failOnFlag,
  {
    name: 'replace',
    type: 'boolean',
    about: 'plan the newest migration again; no environment with a URL may have applied it',
  },
  { ...lossFlag, about: 'with --replace: allow the loss of rows or values in the local database' },
]

/** The examples of `plan`. */
export const planExamples: Verb['examples'] = [
  ['npm run plan', 'show the plan for an edit of the schema files'],
  ['npm run plan add_labels', 'write it: migration, down file, atlas.sum'],
  ['npm run plan add_labels -- --replace', 'the newest one again, after another edit'],
  ['npm run plan add_index -- --online', 'write migrations that block nobody for long'],
  ['npm run plan -- --explain', 'what Atlas plans, what the planner plans, and why'],
  ['npm run plan -- --debug', 'the same, and on standard error why each step has its place'],
  ['npm run --silent plan -- --explain-order | dot -Tsvg', 'the order as a picture'],
]

/** Throws UserError for a flag that says something about --replace where that is not given. */
export function refuseLossAlone(flags: FlagValues): void {
  if (flags['allow-data-loss'] !== true || flags['replace'] === true) return
  throw new UserError(
    '--allow-data-loss works only with --replace, where the newest migration is rolled back. ' +
      'A plan changes no database.',
  )
}
