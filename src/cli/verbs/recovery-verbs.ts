import type { ResolvedAs } from '../../targets/decide-resolution.ts'
import { UserError } from '../../errors.ts'
import { environmentWord, placeWords } from '../arguments.ts'
import type { Call, Verb } from '../verb.ts'
import { archiveFlag, changeFlags, checkFlag, driftFlag, limitFlags, lossFlag } from './flags.ts'

/** The verbs for a database and a folder of migrations that went different ways. */
export const recoveryVerbs = {
  switch: {
    name: 'switch',
    about: 'have a database follow the checkout: roll back what it lacks, then apply what it has',
    words: [environmentWord],
    flags: [
      lossFlag,
      { ...archiveFlag, about: `${archiveFlag.about}; locally unless --allow-data-loss` },
      checkFlag,
      driftFlag,
      ...changeFlags,
      ...limitFlags,
    ],
    examples: [
      ['npm run switch', 'the local database, after git switch to another branch'],
      ['npm run switch -- --dry-run', 'what would be rolled back, lost and applied'],
      ['npm run switch staging', 'shows that, and asks for the name staging'],
    ],
  },
  resolve: {
    name: 'resolve',
    about: 'record as applied or as rolled back what was done by hand, after a comparison',
    words: [
      environmentWord,
      {
        name: 'version',
        about: 'the version that somebody applied or rolled back',
        required: true,
      },
      { name: 'as', about: 'applied or reverted', required: true },
    ],
    flags: [
      {
        name: 'allow-differences',
        type: 'boolean',
        about: 'record it also when the database is not what it would be then',
      },
      ...changeFlags,
    ],
    examples: [
      ['npm run resolve staging 007 applied', 'its statements were run by hand'],
      ['npm run resolve staging 007 reverted', 'somebody undid it by hand'],
      ['npm run resolve 007 applied', 'of an applied version: accepts its edited down file'],
    ],
  },
  squash: {
    name: 'squash',
    about: 'write one migration in the place of all up to a version, proved to make the same',
    words: [{ name: 'version', about: 'the newest version to replace', required: true }],
    flags: [
      {
        name: 'leave-out',
        type: 'string',
        value: 'VERSION:LINE,…',
        about: 'do not keep these statements on rows, where the same is made without them',
      },
    ],
    examples: [
      ['npm run squash 006', '006_squashed.sql and its down file in the place of 001 to 006'],
      ['npm run squash 006 -- --leave-out 004:12', 'without the statement at line 12 of 004'],
    ],
  },
} as const satisfies Record<string, Verb>

/** Which version of which database is said to be what. Throws UserError for other words. */
export function placeResolution({ words, project }: Call): {
  readonly environment: string
  readonly version: string
  readonly as: ResolvedAs
} {
  const as = words.at(-1)
  const { environment, version } = placeWords(words.slice(0, -1), project)
  if (version !== undefined && version !== 'none' && (as === 'applied' || as === 'reverted'))
    return { environment, version, as }
  throw new UserError(
    'resolve: give a version, and whether it was applied or reverted by hand.\n' +
      'Usage: npm run resolve [environment] VERSION applied|reverted\nMore: npm run resolve -- --help',
  )
}
