import type { Asked } from '../targets/ask-environments.ts'
import type { TakenBack } from '../planning/take-back.ts'
import { renderLosses } from './losses.ts'
import type { Paint } from './paint.ts'

/** Who was asked whether he has a migration, and who was not. */
export function renderAsked({ asked, notAsked }: Asked, paint: Paint): string[] {
  const names = asked.map(({ environment, address }) => `${environment} (${address})`)
  return [
    ...(names.length === 0 ? [] : [`Asked: ${names.join(', ')}.`]),
    ...(notAsked.length === 0
      ? []
      : [
          paint.notice(
            `Not asked: ${notAsked.map(({ environment, why }) => `${environment} (${why})`).join(', ')}.`,
          ),
        ]),
  ]
}

/** What was rolled back in local databases, and what was lost. */
export function renderTakenBack(takenBack: readonly TakenBack[], paint: Paint): string[] {
  return takenBack.flatMap(({ environment, rolledBack, ...asked }) => [
    `Rolled back in ${environment}: ${rolledBack.map(({ version, name }) => `${version}_${name}`).join(', ')}.`,
    ...renderLosses(asked, false, paint),
  ])
}
