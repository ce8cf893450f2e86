import type { AcceptResult } from '../commands/drift-accept.ts'
import type { DriftResult } from '../commands/drift.ts'
import type { PasteLine } from '../planning/drift/find-line.ts'
import { idInWords } from '../model/object-id.ts'
import { isSame } from '../model/sections.ts'
import type { PlannedSegment } from '../planning/plan-result.ts'
import { renderDifferences } from './differences.ts'
import type { Paint } from './paint.ts'
import { renderProofSteps } from './proof.ts'
import { renderRisks } from './risks.ts'
import { renderSegment } from './statement-text.ts'

/** How a database differs from its history, then the SQL of what was done and of what undoes it. */
export function renderDrift(result: DriftResult, paint: Paint): string {
  const { environment, address, same, current, pending, sections, done, repair } = result
  const at = current === null ? 'no version' : `version ${current}`
  const lacks = pending.length === 0 ? '' : `, pending: ${pending.join(', ')}`
  const head = `${paint.bold(`${environment} (${address})`)} at ${at}${lacks}`
  if (same) return `${head}\n${paint.good('The database is what its history makes: no drift.')}`
  const name = environment === 'local' ? '' : ` ${environment}`
  return [
    head,
    ...sections.filter((section) => !isSame(section)).map((each) => renderDifferences(each, paint)),
    ...renderBlock('-- What was done, as SQL:', done, paint),
    ...renderBlock('-- What undoes it:', repair, paint),
    ...renderWorth(result, paint),
    paint.bad('It drifted: the database is not what its history makes.'),
    `Keep it, as a migration and schema files: npm run drift${name} -- --accept`,
    `Undo it: npm run --silent drift${name} -- --repair prints the SQL alone`,
  ].join('\n')
}

/** What was written of a drift that is kept, and what is left to do. */
export function renderAccepted(result: AcceptResult, paint: Paint): string {
  const { environment, address, same, recorded, files, lines, agrees } = result
  if (same) return renderDrift(result, paint)
  const versions = recorded.map(({ version, name }) => `${version}_${name}`).join(', ')
  return [
    paint.bold(`${environment} (${address})`),
    ...files.map((file) => `  wrote ${file}`),
    paint.good(`Recorded there as applied: ${versions}. The database was not changed.`),
    ...(lines.length === 0 ? [] : [paint.bold('To be written into schema files:')]),
    ...lines.map((line) => renderLine(line, paint)),
    agrees
      ? paint.good('The schema files say what the migrations make.')
      : paint.notice(
          'When that is written: npm run diff. Whatever else it names was there before.',
        ),
  ].join('\n')
}

function renderLine({ path, line, how, text }: PasteLine, paint: Paint): string {
  const place = path === null ? 'no schema file declares it' : `${path}:${String(line)}`
  const what = how === 'paste' ? 'paste' : 'change as this does'
  return `  ${paint.notice(`${place}: ${what}:`)}\n${text.replaceAll(/^/gm, '    ')}`
}

/** The SQL that undoes a drift, a transaction each; empty where it did not hold when it was tried. */
export function renderRepair({ repair, proved }: DriftResult): string {
  return proved === true ? repair.map(renderSegment).join('\n\n') : ''
}

/** What is to be known of that SQL: what it loses, and what it leaves. */
export function renderRepairTalk(result: DriftResult, paint: Paint): string {
  const { same, repair, proved } = result
  if (same) return paint.good('The database is what its history makes: nothing to undo.')
  const risks = repair.flatMap(({ statements }) => statements.flatMap((each) => each.risks))
  return [
    ...renderRisks(risks, paint),
    ...renderWorth(result, paint),
    ...(proved === true
      ? [paint.notice('Nothing was run. Read it, then give it to psql or to the SQL editor.')]
      : [paint.bad('The SQL is not printed.')]),
  ].join('\n')
}

function renderBlock(title: string, segments: readonly PlannedSegment[], paint: Paint): string[] {
  return segments.length === 0
    ? []
    : ['', paint.bold(title), segments.map(renderSegment).join('\n\n')]
}

function renderWorth({ unmanaged, proof, proved, why }: DriftResult, paint: Paint): string[] {
  const failed = proof.filter(({ differences }) => differences.length > 0)
  return [
    ...unmanaged.map(({ object, why: reason }) =>
      paint.notice(`not in the SQL: ${idInWords(object)}: ${reason}`),
    ),
    ...renderProofSteps(failed, paint),
    ...(proved === true
      ? [
          paint.good(
            `proved there and back on a copy${unmanaged.length > 0 ? ', without that' : ''}`,
          ),
        ]
      : []),
    ...(proved === false ? [paint.bad(`not proved: ${why ?? ''}`)] : []),
  ]
}
