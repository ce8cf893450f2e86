import { factsOf } from '../../model/kind.ts'
import type { Kind } from '../../model/kind.ts'
import type { Change } from '../../model/compare-catalogs.ts'

/** Why a change of a kind that has no rule is not planned, and what to do instead. */
export function withoutRule(kind: Kind, change: Change['kind']): string {
  return `${changes[change]}, and no rule plans ${wordsOf(kind)}: ${byHand}`
}

/** Why a dependent of such a kind, which would have to be dropped, is not planned. */
export function inTheWay(kind: Kind): string {
  return `it blocks a change, and no rule plans ${wordsOf(kind)}: ${byHand}`
}

/** What a person can do about it. */
const byHand =
  'write its statements into a migration (npm run new NAME). npm run diff then compares what that makes with the files'

const changes: Readonly<Record<Change['kind'], string>> = {
  added: 'it is new',
  removed: 'it is dropped',
  altered: 'it changes',
}

/** With the article: `a foreign table`. */
function wordsOf(kind: Kind): string {
  const { words } = factsOf(kind)
  return `${/^(?:[aeio]|u(?!se))/.test(words) ? 'an' : 'a'} ${words}`
}
