import type { Answers, Kept } from '../deploy/questions/question.ts'
import { renderAnswers, renderNotAsked } from '../deploy/questions/render-answers.ts'
import type { Paint } from './paint.ts'

/** What was asked, and what of it is kept. */
interface Losses extends Answers {
  readonly archived?: readonly Kept[]
}

/** The values of a table that is kept whole are kept with it. */
function holds(item: Kept, kept: Kept | null): boolean {
  if (item.schema !== kept?.schema || item.table !== kept.table) return false
  return item.kind === 'rows' || item.column === kept.column
}

/** What a rollback loses, or in a dry run would, what it would fail on, and what of it is not counted. */
export function renderLosses(
  { answers, notAsked, archived = [] }: Losses,
  isDryRun: boolean,
  paint: Paint,
): string[] {
  const failing = answers.filter(({ outcome }) => outcome === 'fails')
  const losses = answers.filter(
    ({ outcome, kept }) => outcome !== 'fails' && !archived.some((item) => holds(item, kept)),
  )
  if (failing.length + losses.length + notAsked.length === 0)
    return ['  No rows and no values are lost.']
  const title = isDryRun ? 'Would be lost for good:' : 'Lost for good, as allowed:'
  return [
    ...section(paint.bad('Would fail on rows that are there:'), renderAnswers(failing)),
    ...section(paint.bad(title), renderAnswers(losses)),
    ...section(paint.bad('Not counted:'), renderNotAsked(notAsked)),
  ]
}

/** What an apply does to rows that are there, and what was not asked; nothing where it does nothing. */
export function renderFound({ answers, notAsked }: Answers, paint: Paint): string[] {
  const failing = answers.filter(({ outcome }) => outcome === 'fails')
  const losses = answers.filter(({ outcome, chosen }) => outcome !== 'fails' && !chosen)
  const meant = answers.filter(({ outcome, chosen }) => outcome !== 'fails' && chosen)
  return [
    ...section(paint.bad('Fails on rows that are there:'), renderAnswers(failing)),
    ...section(paint.bad('Lost for good:'), renderAnswers(losses)),
    ...section(paint.notice('Changed by a condition of the statement:'), renderAnswers(meant)),
    ...section(paint.notice('Not asked:'), renderNotAsked(notAsked)),
  ]
}

function section(title: string, lines: string): string[] {
  return lines === '' ? [] : [title, lines]
}
