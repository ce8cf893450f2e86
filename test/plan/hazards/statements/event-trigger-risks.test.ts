import { expect, test } from 'vitest'
import type { CatalogObject } from '../../../../src/model/catalog.ts'
import { alter } from '../../../../src/plan/action.ts'
import { riskText } from '../../../../src/plan/hazards/hazard.ts'
import { objectStepOf } from '../../../../src/plan/hazards/object-step.ts'
import { eventTriggerRisks } from '../../../../src/plan/hazards/statements/event-trigger-risks.ts'
import { statement } from '../../../../src/plan/statement.ts'
import type { Verb } from '../../../../src/plan/statement.ts'
import { asId } from '../../../support/object-ids.ts'
import { toy, toys } from '../../toy.ts'

function trigger(enabled: string, event = 'sql_drop', tags: readonly string[] = []): CatalogObject {
  return toy('eventTrigger e', { enabled, event, tags, function: 'function public.f()' })
}

function risks(verb: Verb, before?: CatalogObject, after?: CatalogObject): string[] {
  const [from, to] = [before, after].map((each) => toys(each === undefined ? [] : [each]))
  if (from === undefined || to === undefined) throw new Error('two states')
  const step = statement({ verb, object: asId('eventTrigger e') }, alter('event trigger e', ''))
  return eventTriggerRisks(objectStepOf(step, { from, to })).map(riskText)
}

const runs = 'changes_statements: event trigger e runs public.f() at sql_drop'
const noLonger = 'changes_statements: event trigger e no longer runs public.f() at sql_drop'

test.each<readonly [string, readonly string[], readonly string[]]>([
  ['that comes runs', risks('create', undefined, trigger('origin')), [runs]],
  [
    'that comes for some statements runs for those',
    risks('create', undefined, trigger('always', 'sql_drop', ['DROP TABLE', 'DROP VIEW'])),
    [`${runs} of DROP TABLE, DROP VIEW`],
  ],
  ['that comes disabled does nothing', risks('create', undefined, trigger('disabled')), []],
  ['that goes runs no more', risks('drop', trigger('origin')), [noLonger]],
  ['that goes and was for replicas is not missed', risks('drop', trigger('replica')), []],
  ['that is enabled runs', risks('alter', trigger('disabled'), trigger('always')), [runs]],
  [
    'that is disabled runs no more',
    risks('alter', trigger('origin'), trigger('disabled')),
    [noLonger],
  ],
  [
    'that was enabled already runs as before',
    risks('alter', trigger('origin'), trigger('always')),
    [],
  ],
  [
    'on login can keep people out',
    risks('create', undefined, trigger('origin', 'login')),
    [
      'changes_statements: event trigger e runs public.f() at login',
      'breaks_clients: event trigger e keeps out whom its function fails for',
    ],
  ],
])('an event trigger %s', (_what, found, expected) => {
  expect(found).toEqual(expected)
})
