import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diffCommand } from '../../src/commands/diff.ts'
import { hashCommand } from '../../src/commands/hash.ts'
import { lintCommand } from '../../src/commands/lint.ts'
import { lintMigrations } from '../../src/checks/lint-migrations.ts'
import { planCommand } from '../../src/commands/plan.ts'
import type { Context } from '../../src/files/context.ts'
import { applyEdit } from '../edits/edit.ts'
import { edits } from '../edits/edits.ts'
import { loadSchemaTexts, withEditedProject } from '../support/edited-project.ts'
import { once } from '../support/once.ts'
import { sample } from '../support/sample.ts'
import { workbenchOf } from '../../src/workbench/workbench.ts'
import { describeWith } from '../support/tools.ts'

const schema = await loadSchemaTexts()

/** What Atlas objects to in the plan of an edit, when the file does not say that it is on purpose. */
const objections: Readonly<Record<string, readonly string[]>> = {
  'a table goes with all that is its own': ['DS102'],
  'a column goes with its index and comment': ['DS103'],
  'a value becomes required': ['MF104'],
  'an index goes': ['MF101'],
  'a column has another name, and the index that is named after it': ['BC102'],
  'a column that functions speak of has another name': ['BC102'],
  'a table has another name, and what is named after it': ['BC101', 'CD101'],
  'a table has another name, and a column of it too': ['BC101', 'BC102'],
  'two columns change names': ['BC102'],
  'an identity column': ['MF103'],
}

/** What the schema itself is to be told after an edit, whoever plans it. */
const ofSchema: Readonly<Record<string, readonly string[]>> = {
  'the command and the roles of a policy': ['select', 'insert', 'update'].map(
    (command) => `several-permissive-policies public.workflows for ${command} to authenticated`,
  ),
}

describe('what is planned', once, () => {
  describeWith('go', 'passes lint and diff as it is written', () => {
    test.concurrent.each(sample(edits, { usual: 1, others: 0 }))('$name', async (edit) => {
      const seen = await withEditedProject(applyEdit(schema, edit), async (context) => {
        const { files } = await planCommand(context, 'everyday_edit')
        const { findings, tools } = await lintCommand(context, undefined)
        const { equal } = await diffCommand(context.project, {
          useWorkbench: workbenchOf(context),
          talk: context.talk,
        })
        const up = files.filter((file) => !file.includes('/down/'))
        const noted = await strip(context, up)
        const { placed } = await lintMigrations(context.project, context, workbenchOf(context))
        const rules = [...new Set(placed.map(({ finding }) => finding.rule))].toSorted()
        return {
          equal,
          ran: tools.map(({ name, ran, why }) => (ran ? name : why)),
          findings: findings
            .filter(({ level }) => level !== 'info')
            .map(({ rule, object, file, line }) => `${rule} ${object ?? `${file}:${line}`}`),
          codes: rules.filter((rule) => /^[A-Z]{2}\d+$/.test(rule)),
          rules,
          noted,
        }
      })
      expect(seen).toEqual({
        equal: true,
        ran: ['squawk', 'atlas'],
        findings: ofSchema[edit.name] ?? [],
        codes: objections[edit.name] ?? [],
        // What the files accept is what squawk and Atlas would say.
        rules: seen.noted,
        noted: seen.noted,
      })
    })
  })
})

/** Takes out of files what linters are told, and seals them; answers the rules and codes that were named. */
async function strip(
  { project, ...context }: Context,
  files: readonly string[],
): Promise<string[]> {
  const rules: string[] = []
  for (const file of files) {
    const path = join(project.root, file)
    const text = await readFile(path, 'utf8')
    for (const [, names = ''] of text.matchAll(/^ *-- squawk-ignore (.*?) -- /gm))
      rules.push(...names.split(', '))
    for (const [, codes = ''] of text.matchAll(/^-- atlas:nolint (.*)$/gm))
      rules.push(...codes.split(' '))
    await writeFile(path, text.replaceAll(/^ *-- (?:squawk-ignore|atlas:nolint) .*\n/gm, ''))
  }
  await hashCommand({ project, ...context })
  return [...new Set(rules)].toSorted()
}
