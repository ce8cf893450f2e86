import { UserError, sameCommandWith } from '../../errors.ts'
import type { Answer, Answers } from './question.ts'
import { renderAnswers, renderNotAsked } from './render-answers.ts'

/** What may be lost, and whether files have run already when it is asked. */
export interface Allowance {
  readonly allowDataLoss: boolean
  /** Files before this one are done: which, whoever follows the run tells. */
  readonly underWay?: boolean
}

/** What a refusal leaves. */
export function whatIsLeft({ underWay = false }: Pick<Allowance, 'underWay'>): string {
  return underWay ? 'The file did not run.' : 'Nothing was changed.'
}

/**
 * Throws UserError where statements would fail on rows that are there, or would lose what may not be lost. Of an apply: a
 * statement that names its rows by a condition means to change them.
 */
export function refuseAnswers(
  { answers }: Answers,
  { allowDataLoss, ...allowance }: Allowance,
): void {
  const left = whatIsLeft(allowance)
  refuseFailures(answers, left)
  const losses = answers.filter(({ outcome, chosen }) => outcome !== 'fails' && !chosen)
  if (allowDataLoss || losses.length === 0) return
  throw new UserError(
    `this would be lost for good:\n${renderAnswers(losses)}\n${left} Save what is needed. ${allowing}`,
  )
}

/** The same of a rollback: whatever is lost, and what could not be counted. */
export function refuseLosses(
  { answers, notAsked }: Answers,
  { allowDataLoss, ...allowance }: Allowance,
): void {
  const left = whatIsLeft(allowance)
  refuseFailures(answers, left)
  const losses = answers.filter(({ outcome }) => outcome !== 'fails')
  if (allowDataLoss || (losses.length === 0 && notAsked.length === 0)) return
  const isKeepable = notAsked.length === 0 && losses.every(({ kept }) => kept !== null)
  const lines = [
    ...(losses.length === 0 ? [] : ['this would be lost for good:', renderAnswers(losses)]),
    ...(notAsked.length === 0
      ? []
      : ['what this would lose is not counted:', renderNotAsked(notAsked)]),
    `${left} Save what is needed${isKeepable ? ', or have it kept: -- --archive' : ''}. ${allowing}`,
  ]
  throw new UserError(lines.join('\n'))
}

const allowing = sameCommandWith('--allow-data-loss')

function refuseFailures(answers: readonly Answer[], left: string): void {
  const failing = answers.filter(isFailure)
  if (failing.length === 0) return
  throw new UserError(
    `this would fail on rows that are there:\n${renderAnswers(failing)}\n${left} Correct the rows first, or the file.`,
  )
}

/** Whether the statement certainly fails: rows that could not be counted may be none. */
export function isFailure({ outcome, count, example, error }: Answer): boolean {
  return outcome === 'fails' && (count !== null || example !== null || error !== null)
}
