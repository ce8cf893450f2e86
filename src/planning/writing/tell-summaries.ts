import type { Talk } from '../../files/context.ts'
import type { Migration } from '../../files/migrations.ts'
import { parseSummary } from '../../plan/write/summary.ts'

/** Says what each migration does, as its head has it, and names those whose head says nothing. */
export function tellSummaries(
  { note }: Talk,
  migrations: readonly Pick<Migration, 'file' | 'text'>[],
): void {
  const all = migrations.map(({ file, text }) => ({ file, lines: parseSummary(text) }))
  for (const { file, lines } of all)
    if (lines.length > 0) note([file, ...lines.map((line) => `  ${line}`)].join('\n'))
  const bare = all.filter(({ lines }) => lines.length === 0).map(({ file }) => file)
  if (bare.length > 0)
    note(`${bare.join(', ')}: the head has no lines about locks, data and access`)
}
