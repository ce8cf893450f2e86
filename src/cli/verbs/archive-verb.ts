import { UserError } from '../../errors.ts'
import { placeWords } from '../arguments.ts'
import type { Call, Verb } from '../verb.ts'
import { environmentWord } from '../arguments.ts'
import { changeFlags } from './flags.ts'

/** The verb of what rollbacks kept. */
export const archiveVerb = {
  name: 'archive',
  about: 'list or drop what rollbacks kept in schema archive (rollback -- --archive)',
  words: [
    environmentWord,
    { name: 'action', about: 'list (the default) or drop' },
    { name: 'version', about: 'the version whose rows are meant; all without one' },
  ],
  flags: changeFlags.filter(({ name }) => name !== 'dry-run'),
  examples: [
    ['npm run archive', 'what the local database keeps: rows, size, age'],
    ['npm run archive staging drop 005', 'give up what the rollback of 005 kept'],
  ],
} as const satisfies Verb

/** Where the words of `archive` lead. */
export interface PlacedArchive {
  readonly environment: string
  readonly action: 'list' | 'drop'
  readonly version: string | undefined
}

/** Reads an environment, an action and a version, each of which may be left out. Throws UserError for others. */
export function placeArchive({ words, project }: Call): PlacedArchive {
  const at = words.findIndex((word) => word === 'list' || word === 'drop')
  const action = words[at] === 'drop' ? 'drop' : 'list'
  const rest = at === -1 ? words : words.toSpliced(at, 1)
  const [, second] = rest
  const isAction = at === -1 && second !== undefined && !/^\d+$/.test(second)
  if (rest.length > 2 || isAction)
    throw new UserError(
      `archive: ${String(second)}: neither list nor drop.\n` +
        'Usage: npm run archive [environment] list|drop [VERSION]\nMore: npm run archive -- --help',
    )
  return { ...placeWords(rest, project), action }
}
