import { factsOf } from '../model/kind.ts'
import type { Kind } from '../model/kind.ts'
import type { Change } from '../model/diff.ts'

/** Why a change of a kind that has no rule is not planned, and what to do instead. */
export function withoutRule(kind: Kind, change: Change['kind']): string {
  return `${changes[change]}, and no rule plans ${wordsOf(kind)}: ${byHand}`
}

/** Why something of such a kind that would have to give way is not planned. */
export function inTheWay(kind: Kind): string {
  return `it stands in the way of a change, and no rule plans ${wordsOf(kind)}: ${byHand}`
}

/** What can be done about whatever is not planned. */
const byHand =
  'write its statements into a migration of your own (npm run new NAME); npm run diff is content when that leads to what the files say'

const changes: Readonly<Record<Change['kind'], string>> = {
  added: 'it is new',
  removed: 'it goes',
  altered: 'it changes',
}

/** With the article: `a foreign table`. */
function wordsOf(kind: Kind): string {
  const { words } = factsOf(kind)
  return `${/^(?:[aeio]|u(?!se))/.test(words) ? 'an' : 'a'} ${words}`
}
