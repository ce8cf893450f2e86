import type { Change } from '../model/diff.ts'

/** Why a change of a kind that has no rule is not planned, and what to do instead. */
export function withoutRule(kind: string, change: Change['kind']): string {
  return `${changes[change]}, and no rule plans ${wordsOf(kind)}: ${byHand}`
}

/** Why something of such a kind that would have to give way is not planned. */
export function inTheWay(kind: string): string {
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

/** `foreignTable` is `a foreign table`; the names that PostgreSQL has for its kinds stay. */
function wordsOf(kind: string): string {
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${/^(?:[aeio]|u(?!se))/.test(words) ? 'an' : 'a'} ${words}`
}
