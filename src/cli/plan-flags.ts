import { failOnFlag, lossFlag } from './flags.ts'
import type { Flag, Verb } from './verb.ts'

/** The flags of `plan`. */
export const planFlags: readonly Flag[] = [
  { name: 'exit-code', type: 'boolean', about: 'exit 2 when there is something to plan' },
  { name: 'explain', type: 'boolean', about: 'say who plans what, and plan nothing' },
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
]
