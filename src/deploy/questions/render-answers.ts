import type { Answer, NotAsked } from './question.ts'

/** What was counted, a line each, with one of the rows and the statement. */
export function renderAnswers(answers: readonly Answer[]): string {
  return answers
    .map((answer) => `  ${answer.object}: ${renderCount(answer)} (${answer.place})`)
    .join('\n')
}

/** What was not asked, a line each, with the reason. */
export function renderNotAsked(notAsked: readonly NotAsked[]): string {
  return notAsked.map(({ place, reason }) => `  ${place}: ${reason}`).join('\n')
}

function renderCount({ count, estimate, detail, example, error }: Answer): string {
  if (error !== null) return `${detail}: ${error}`
  const such = example === null ? '' : `, such as ${example}`
  if (count !== null) {
    const noun = count === 1 ? detail.replace(/^(?<noun>row|value|reference)s/, '$<noun>') : detail
    return `${count.toLocaleString('en')} ${noun}${such}`
  }
  const about = estimate === null ? '' : ` of about ${estimate.toLocaleString('en')} rows`
  return `more than could be counted in time${about}: ${detail}${such}`
}
