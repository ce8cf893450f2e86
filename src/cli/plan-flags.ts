import { UserError } from '../errors.ts'
import { failOnFlag, lossFlag } from './flags.ts'
import { explainOrderFlag } from './trace-flags.ts'
import type { Flag, FlagValues, Verb } from './verb.ts'

/** The flags of `plan`. */
export const planFlags: readonly Flag[] = [
  { name: 'exit-code', type: 'boolean', about: 'exit 2 when there is something to plan' },
  { name: 'explain', type: 'boolean', about: 'say who plans what, and plan nothing' },
  explainOrderFlag,
  { name: 'allow-unmanaged', type: 'boolean', about: 'leave undone what cannot be planned' },
  failOnFlag,
  {
    name: 'replace',
    type: 'boolean',
    about: 'plan the newest migration again, which no environment with a URL may have',
  },
  { ...lossFlag, about: 'with --replace: your own database may lose rows or values by it' },
]

/** The examples of `plan`. */
export const planExamples: Verb['examples'] = [
  ['npm run plan', 'show what an edit of the schema files would take'],
  ['npm run plan add_labels', 'write it: migration, way back, atlas.sum'],
  ['npm run plan add_labels -- --replace', 'the newest one again, after another edit'],
  ['npm run plan -- --explain', 'what Atlas plans, what own rules plan, and why'],
  ['npm run --silent plan -- --explain-order | dot -Tsvg', 'the order as a picture'],
]

/** Throws UserError for a flag that says something about --replace where that is not given. */
export function refuseLossAlone(flags: FlagValues): void {
  if (flags['allow-data-loss'] !== true || flags['replace'] === true) return
  throw new UserError(
    '--allow-data-loss: says what taking the newest migration back may cost, so it goes with --replace only. ' +
      'A plan changes no database.',
  )
}
