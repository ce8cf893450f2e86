import { longer } from '../support/sample.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planCommand } from '../../src/commands/plan.ts'
import type { PlanResult } from '../../src/planning/plan-result.ts'
import { add, applyEdit, replace, reword } from '../edits/edit.ts'
import type { Edit } from '../edits/edit.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'

const schema = await loadSchemaTexts()

/** A column of the logs is renamed in its table and in its rights alone. */
const renamed: Edit = {
  name: 'a column that functions use is renamed',
  changes: [
    reword(/^(?:tables|policies)\/execution_logs\.sql$/, 'log_level', 'severity'),
    replace(
      'tables/execution_logs.sql',
      '  severity text',
      '  -- @renamed from=log_level\n  severity text',
    ),
  ],
}

const opened: Edit = {
  name: 'a table is opened to anon',
  changes: [
    add(
      'policies/task_history.sql',
      '\ngrant select (task_id, status) on table public.task_history to anon;\n\n' +
        'create policy select_anon on public.task_history\n  for select\n  to anon\n  using (true);\n' +
        "comment on policy select_anon on public.task_history is 'Anybody.';\n",
    ),
  ],
}

function told(result: PlanResult, hazard: string): string[] {
  return result.segments
    .flatMap(({ statements }) => statements.flatMap(({ risks }) => risks))
    .filter((risk) => risk.hazard === hazard)
    .map(({ what }) => what)
}

describe('what a plan says', () => {
  test.skipIf(longer.skip)(
    'the functions whose bodies name a column that is renamed in its table alone',
    async () => {
      const result = await withEditedProject(applyEdit(schema, renamed), (context) =>
        planCommand(context, undefined),
      )
      expect({ proved: result.proved, functions: told(result, 'breaks_functions') }).toEqual({
        proved: true,
        functions: [
          'public.batch_insert_execution_logs names column log_level of public.execution_logs',
          'public.get_execution_logs_by_task names column log_level of public.execution_logs',
          'public.get_execution_logs_filtered names column log_level of public.execution_logs',
          'public.insert_execution_log names column log_level of public.execution_logs',
        ],
      })
    },
  )

  test('who may see more, at the head of the migration too, and a gate stops it', async () => {
    const seen = await withEditedProject(applyEdit(schema, opened), async (context) => {
      const stopped = await planCommand(context, 'open_history', { failOn: ['opens_access'] })
      const written = await planCommand(context, 'open_history', { failOn: ['data_loss'] })
      const [file = ''] = written.files
      const text = await readFile(join(context.project.root, file), 'utf8')
      return { stopped, written, lines: text.split('\n').filter((line) => /^-- \w+: /.test(line)) }
    })
    const access = [
      'anon may select public.task_history (status, task_id)',
      'anon may select more rows of public.task_history',
    ]
    expect({
      failing: seen.stopped.failing,
      files: seen.stopped.files,
      access: told(seen.written, 'opens_access').toSorted(),
    }).toEqual({ failing: ['opens_access'], files: [], access: access.toSorted() })
    expect(seen.written.files).toHaveLength(2)
    expect(seen.lines.find((line) => line.startsWith('-- access: '))).toMatch(
      /anon may select more rows of public\.task_history/,
    )
  })
})
