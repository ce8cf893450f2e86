import { parseArgs, styleText } from 'node:util'
import { UserError } from '../errors.ts'
import { processVariables } from '../files/environment.ts'
import { loadProject } from '../files/project.ts'
import { plain } from '../report/paint.ts'
import { commandLine } from '../targets/follow-run.ts'
import { dropOwnScratch } from '../workbench/scratch/own-scratch.ts'
import type { Paint } from '../report/paint.ts'
import { commonFlags, renderHelp, renderMisplaced, renderUsage } from './help.ts'
import { endWith } from './ending/end.ts'
import { goOnWith, withOwnCommand } from './ending/again.ts'
import { endOnSignals } from './ending/interrupt.ts'
import { endureClosedOutput } from './output.ts'
import { endWithParent } from './ending/parent.ts'
import { createProgress, silent } from './progress.ts'
import type { Progress } from './progress.ts'
import { refuseSwallowed } from './swallowed-flags.ts'
import { allFlags, quoted } from './verbs/given-flags.ts'
import type { Call, ExitCode, Flags, FlagValues, Outcome, Verb } from './verb.ts'

/** Runs an entry script: the only place that parses flags, prints results and errors, and sets the exit code. */
export async function main(verb: Verb, run: (call: Call) => Promise<Outcome>): Promise<void> {
  endOnSignals(dropOwnScratch)
  endWithParent()
  const output = endureClosedOutput()
  const paint = paintFor(process.stderr)
  const progress = createProgress(process.stderr, paint)
  const code = await runVerb(verb, run, progress).catch((error: unknown) => {
    progress.end()
    process.stderr.write(`${paint.bad(describe(error, verb))}\n`)
    return 1
  })
  const isWritten = await output.flush()
  endWith(isWritten ? code : 1)
}

async function runVerb(
  verb: Verb,
  run: (call: Call) => Promise<Outcome>,
  talk: Progress,
): Promise<ExitCode> {
  const { values: flags, positionals: words } = parseArgs({
    options: flagOptions(verb),
    strict: true,
    allowPositionals: true,
  })
  const paint = paintFor(process.stdout)
  if (flags['help'] === true) {
    process.stdout.write(`${renderHelp(verb, paint)}\n`)
    return 0
  }
  refuseMisplaced(verb, words)
  refuseSwallowed(verb, flags)
  goOnWith(commandLine([verb.name, ...words.map(quoted)], allFlags(asFlagValues(flags))))
  const progress = flags['json'] === true ? silent : talk
  const project = await loadProject(process.cwd())
  const outcome = await run({ project, words, flags: asFlagValues(flags), progress })
  progress.end()
  const text = flags['json'] === true ? renderJson(outcome.value) : outcome.text(paint)
  if (text !== '') process.stdout.write(`${text}\n`)
  const said = outcome.talk?.(paintFor(process.stderr)) ?? ''
  if (said !== '') process.stderr.write(`${said}\n`)
  return outcome.exit
}

/** A missing value is null, so that the result always has the same keys. */
function renderJson(value: unknown): string {
  return JSON.stringify(value, (_key, field: unknown) => (field === undefined ? null : field), 2)
}

function flagOptions({ flags }: Verb): Flags {
  return Object.fromEntries([...flags, ...commonFlags].map(({ name, type }) => [name, { type }]))
}

function refuseMisplaced(verb: Verb, words: readonly string[]): void {
  const least = verb.words.filter(({ required }) => required === true).length
  if (words.length < least || words.length > verb.words.length) {
    throw new UserError(renderMisplaced(verb, words))
  }
}

function asFlagValues(values: Readonly<Record<string, unknown>>): FlagValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' || typeof value === 'boolean' ? value : undefined,
    ]),
  )
}

/** A user's mistake is shown as its message, a bug of the tool with its stack. */
function describe(error: unknown, verb: Verb): string {
  if (!(error instanceof Error)) return String(error)
  const badFlag = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (badFlag) {
    return `${error.message}\nUsage: ${renderUsage(verb)}\nMore: npm run ${verb.name} -- --help`
  }
  if (!(error instanceof UserError)) return error.stack ?? error.message
  return withOwnCommand(error.message)
}

/** Colours when the stream is a terminal and NO_COLOR is not set (https://no-color.org). */
function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  const { NO_COLOR: noColor, FORCE_COLOR: forceColor } = processVariables()
  const forced = forceColor !== undefined && forceColor !== '' && forceColor !== '0'
  const wanted = (noColor ?? '') === '' && forceColor !== '0' && (stream.isTTY === true || forced)
  if (!wanted) return plain
  return {
    bold: styled('bold'),
    dim: styled('dim'),
    good: styled('green'),
    bad: styled('red'),
    notice: styled('yellow'),
  }
}

/** A style whatever the stream is: whether there are colours at all was asked before. */
function styled(style: Parameters<typeof styleText>[0]): (text: string) => string {
  return (text) => styleText(style, text, { validateStream: false })
}
