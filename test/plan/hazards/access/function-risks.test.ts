import { describe, expect, test } from 'vitest'
import type { CatalogObject } from '../../../../src/model/catalog.ts'
import { functionRisks } from '../../../../src/plan/hazards/access/function-risks.ts'
import { riskText } from '../../../../src/plan/hazards/hazard.ts'
import { objectStepOf } from '../../../../src/plan/hazards/object-step.ts'
import { drop } from '../../../../src/plan/action.ts'
import { statement } from '../../../../src/plan/statement.ts'
import { toy, toys } from '../../toy.ts'
import { asId } from '../../../support/object-ids.ts'

const table = toy('table public.notes')
const id = asId('column public.notes."order"')
const column = toy(id, { type: 'integer' }, 'table public.notes')

function routine(name: string, body: string, config: readonly string[] = []): CatalogObject {
  const definition = `CREATE FUNCTION ${name}\nAS $function$${body}$function$`
  return toy(`function ${name}`, { body, config, definition })
}

/** What is said when the column is dropped, with objects that stay. */
function named(before: readonly CatalogObject[], after = before): string[] {
  const from = toys([table, column, ...before])
  const to = toys([table, ...after])
  return functionRisks(
    objectStepOf(statement({ verb: 'drop', object: id }, drop(id)), { from, to }),
  ).map(riskText)
}

const dynamic = 'execute \'select "order" from notes\''
const reads = 'select n."order" from public.notes n'

function risk(name: string): string {
  return `breaks_functions: ${name} names column "order" of public.notes`
}

describe('a function is named that names a dropped column', () => {
  test('and its table, in quotes or as a word after a dot', () => {
    expect(
      named([
        routine('public.a()', reads),
        routine('public.b()', 'select n.order from public.notes n'),
        routine('public.c()', dynamic),
      ]),
    ).toEqual(['public.a', 'public.b', 'public.c'].map(risk))
  })

  test('by the arguments too where the name is overloaded', () => {
    expect(named([routine('public.a()', reads), routine('public.a(integer)', '')])).toEqual([
      risk('public.a()'),
    ])
  })

  test('without the schema, where the search_path has it', () => {
    const body = 'select n."order" from notes n'
    expect(
      named([
        routine('public.a()', body),
        routine('public.b()', body, ['search_path=app, public']),
        routine('public.c()', body, ['search_path=app']),
        routine('public.d()', body, ['search_path=""']),
      ]),
    ).toEqual(['public.a', 'public.b'].map(risk))
  })

  test('through the rows of the table whose trigger it is', () => {
    const trigger = toy(
      'trigger public.notes.t',
      { function: 'function public.a()' },
      'table public.notes',
    )
    expect(named([routine('public.a()', 'new."order" := 1;'), trigger])).toEqual([risk('public.a')])
  })
})

describe('a function is not named', () => {
  test.each([
    ['that names the column alone', 'select "order" from public.others'],
    ['that names the table alone', 'select id from public.notes order by id'],
    ['whose comments name them', '-- n."order" of public.notes'],
    ['whose literals name them', "select 'n.order of public.notes'"],
  ])('%s', (_what, body) => {
    expect(named([routine('public.a()', body)])).toEqual([])
  })

  test('whose body changes or goes with the column', () => {
    expect(named([routine('public.a()', reads)], [routine('public.a()', 'select 1')])).toEqual([])
    expect(named([routine('public.a()', reads)], [])).toEqual([])
  })
})
