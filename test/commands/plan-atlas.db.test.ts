import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planCommand } from '../../src/commands/plan.ts'
import type { PlanResult } from '../../src/planning/plan-result.ts'
import { plain } from '../../src/report/paint.ts'
import { renderPlan } from '../../src/report/plan.ts'
import { applyEdit, replace } from '../edits/edit.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'
import { longer } from '../support/sample.ts'

const schema = await loadSchemaTexts()

const note = {
  name: 'note',
  changes: [replace('tables/workflows.sql', '  error text,', '  error text,\n  note text,')],
}

/**
 * Plans a new column `note` of `public.workflows` with an Atlas that is a script: `says` is what it does when
 * asked.
 */
async function planWith(says: string): Promise<PlanResult> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-'))
  try {
    const path = join(folder, 'atlas')
    const version = "echo 'atlas community version v1.2.3'"
    await writeFile(path, `#!/bin/sh\nif [ "$1" = version ]; then ${version}; exit; fi\n${says}\n`)
    await chmod(path, 0o755)
    return await withEditedProject(applyEdit(schema, note), (context) =>
      planCommand(
        { ...context, variables: { ...context.variables, ATLAS_BINARY: path } },
        undefined,
      ),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A script that prints an ALTER TABLE of the table. */
const alters = (action: string): string =>
  `cat <<'END'\n-- Modify\nALTER TABLE "public"."workflows" ${action};\nEND`

/** What came of it: who planned the statements, and why it was not Atlas. */
const outcome = ({ proved, segments, tables }: PlanResult): unknown => ({
  proved,
  statements: segments.flatMap(({ statements }) => statements.map(({ by, sql }) => [by, sql])),
  tables: tables.filter(({ way }) => way === 'up'),
})

const table = { table: 'public.workflows', way: 'up', why: 'column note: added' }
const sql = 'alter table public.workflows\n  add column note text'
const own = (failed: string): unknown => ({
  proved: true,
  statements: [['own', sql]],
  tables: [{ ...table, by: 'own', failed }],
})

test("a plan of Atlas's that holds is taken", async () => {
  expect(outcome(await planWith(alters('ADD COLUMN "note" text NULL')))).toEqual({
    proved: true,
    statements: [['atlas', sql]],
    tables: [{ ...table, by: 'atlas', failed: null }],
  })
})

test('a plan that leads elsewhere is not: own rules plan, and the report says so', async () => {
  const result = await planWith(alters('ADD COLUMN "note" integer NULL'))
  expect(outcome(result)).toEqual(
    own('up: column public.workflows.note still differs: type: expected text, found integer'),
  )
  expect(renderPlan(result, plain)).toContain(
    "Atlas's plan of public.workflows did not hold: up: column public.workflows.note still differs: type: expected text, found integer; the planner planned it.",
  )
})

describe('a plan that does not hold', longer, () => {
  test('nor is a statement that PostgreSQL refuses', async () => {
    expect(outcome(await planWith(alters('ADD COLUMN "note" nonsense NULL')))).toEqual(
      own(
        'column public.workflows.note: the up direction fails: type "nonsense" does not exist (42704)',
      ),
    )
  })

  test('nor what says more than differs, which is not even tried', async () => {
    expect(
      outcome(await planWith(alters('ADD COLUMN "note" text NULL, DROP COLUMN "error"'))),
    ).toEqual(own('it says: alter table public.workflows drop column error'))
    expect(outcome(await planWith(`echo 'DROP SCHEMA "public" CASCADE; DROP ROLE x;'`))).toEqual(
      own('it says: DROP ROLE x'),
    )
  })

  test('nor what says less', async () => {
    expect(outcome(await planWith('exit 0'))).toEqual(
      own(`it lacks: ${sql.replaceAll(/\s+/g, ' ')}`),
    )
  })

  test('an Atlas that cannot plan is heard in its own words', async () => {
    expect(outcome(await planWith(`echo 'Error: no can do' >&2; exit 1`))).toEqual(
      own('Atlas 1.2.3 cannot plan public.workflows: no can do'),
    )
  })

  test('nor is a down direction that says something else, which is said of the down direction', async () => {
    const result = await planWith(alters('ADD COLUMN "note" text NULL'))
    expect(result.tables.filter(({ way }) => way === 'down')).toEqual([
      {
        table: 'public.workflows',
        way: 'down',
        by: 'own',
        why: 'column note: removed',
        failed: `it says: ${sql.replaceAll(/\s+/g, ' ')}`,
      },
    ])
    expect(renderPlan(result, plain)).toContain(
      "Atlas's plan of public.workflows in the down direction did not hold: it says: ",
    )
  })

  test('what is no SQL is named', async () => {
    expect(outcome(await planWith(`echo 'hello there'`))).toEqual(
      own(expect.stringContaining('the plan of Atlas 1.2.3:1:1: syntax error')),
    )
  })
})
