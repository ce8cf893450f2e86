import type { CatalogObject } from '../../../model/catalog.ts'
import { textIn, textsOf } from '../../../model/attribute.ts'
import { idAt, nameOf } from '../../../model/object-id.ts'
import type { Risk } from '../hazard.ts'
import { risk, sets } from '../object-step.ts'
import type { ObjectStep } from '../object-step.ts'

/** To which statements of everybody an event trigger answers from here on, or no longer. */
export function eventTriggerRisks(step: ObjectStep): Risk[] {
  const { id, verb, before, after } = step
  const [old, fresh] = [answerOf(before), answerOf(after)]
  const changes = verb === 'drop' ? after === undefined : sets(step, 'enabled')
  if (!changes || old === fresh) return []
  const head = `event trigger ${nameOf(id)}`
  if (fresh === undefined) return risk('changes_statements', `${head} no longer runs ${old ?? ''}`)
  return [
    ...risk('changes_statements', `${head} runs ${fresh}`),
    ...(after !== undefined && textIn(after, 'event') === 'login'
      ? risk('breaks_clients', `${head} keeps out whom its function fails for`)
      : []),
  ]
}

/** What it runs and when; undefined of what usual sessions do not set off. */
function answerOf(trigger: CatalogObject | undefined): string | undefined {
  if (trigger === undefined || !speaks.has(textIn(trigger, 'enabled'))) return undefined
  const called = idAt(trigger, 'function')
  const tags = textsOf(trigger, 'tags')
  const of = tags.length === 0 ? '' : ` of ${tags.join(', ')}`
  return `${called === null ? '' : nameOf(called)} at ${textIn(trigger, 'event')}${of}`
}

const speaks: ReadonlySet<string> = new Set(['origin', 'always'])
