import type { Segment } from '../segment.ts'
import { statement } from '../statement.ts'
import { printStatement } from '../write/written-statement.ts'
import type { WrittenStatement } from '../write/written-statement.ts'
import type { WrittenPlan } from '../write/write-plan.ts'
import type { RenameStatements } from './rename-text.ts'
import { factsOfId } from '../../model/object-id.ts'

/** A plan from the renamed state, as one from the state before: its first segment begins with the renames. */
export function beginWithRenames(
  written: WrittenPlan,
  { statements, text }: RenameStatements,
): WrittenPlan {
  if (statements.length === 0) return written
  const isApart = written.plan.segments[0]?.outside === true
  const segments = [...(isApart ? [{ statements: [] }] : []), ...written.plan.segments]
  const [first, ...rest] = segments
  const [firstText, ...texts] = [...(isApart ? [''] : []), ...written.texts]
  return {
    plan: { ...written.plan, segments: [withMore(statements, first), ...rest] },
    texts: [paragraphs([text, firstText]), ...texts],
  }
}

/** A plan back to the renamed state, as one to the state before: its last segment ends with the renames undone. */
export function endWithRenames(
  written: WrittenPlan,
  { reverse, reverseText }: RenameStatements,
): WrittenPlan {
  if (reverse.length === 0) return written
  const last = written.plan.segments.at(-1)
  const unchecked = last === undefined ? [] : uncheckedBodies(last)
  const head = unchecked.map(({ sql }) => `-- ${whyUnchecked}\n${sql};\n`)
  return {
    plan: {
      ...written.plan,
      segments: [
        ...written.plan.segments.slice(0, -1),
        { statements: [...unchecked, ...(last?.statements ?? []), ...reverse] },
      ],
    },
    texts: [
      ...written.texts.slice(0, -1),
      paragraphs([...head, written.texts.at(-1), reverseText]),
    ],
  }
}

const whyUnchecked =
  'Function bodies below use names that are restored only at the end, so they are not checked before.'

/** A body that is a text is looked into as its routine is made, when its old names are not back yet. */
function uncheckedBodies({ statements }: Segment): WrittenStatement[] {
  const routine = statements.find(
    ({ verb, object }) =>
      (verb === 'create' || verb === 'alter') && factsOfId(object)?.hasBody === true,
  )
  return routine === undefined
    ? []
    : [
        printStatement(
          statement(
            { verb: 'alter', object: routine.object },
            { kind: 'setLocal', parameter: 'check_function_bodies', value: 'off' },
          ),
        ),
      ]
}

function withMore(statements: readonly WrittenStatement[], segment: Segment | undefined): Segment {
  return { statements: [...statements, ...(segment?.statements ?? [])] }
}

/** Texts with a blank line between them; each ends with its line. */
function paragraphs(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n')
}
