import { countOf, renderTable } from '../report/text-table.ts'
import type { Paint } from '../report/paint.ts'
import type { Flag, Verb, Word } from './verb.ts'

/** The flags that every verb has. */
export const commonFlags: readonly Flag[] = [
  { name: 'json', type: 'boolean', about: 'print the result as JSON' },
  { name: 'help', type: 'boolean', about: 'print this help' },
]

/** How a verb is called, in one line. npm hands over only the flags after `--`. */
export function renderUsage({ name, words, flags }: Verb): string {
  const said = words.map(renderWord).join(' ')
  const more = flags.length === 0 ? '' : ' [-- FLAGS]'
  return `npm run ${name}${said === '' ? '' : ` ${said}`}${more}`
}

/** The help of a verb: what it does, its arguments and flags, examples. */
export function renderHelp(verb: Verb, paint: Paint): string {
  const flags = [...verb.flags, ...commonFlags]
  return [
    `${paint.bold(verb.name)}: ${verb.about}`,
    `${paint.bold('Usage')}\n  ${renderUsage(verb)}`,
    verb.words.length === 0
      ? ''
      : `${paint.bold('Arguments')}\n${renderTable(verb.words.map(({ name, about }) => [name, about]))}`,
    `${paint.bold('Flags')} (after --)\n${renderTable(flags.map((flag) => [renderFlag(flag), flag.about]))}`,
    `${paint.bold('Examples')}\n${renderTable(verb.examples)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** The message for arguments that a verb does not take. */
export function renderMisplaced(verb: Verb, words: readonly string[]): string {
  const most = verb.words.length
  const least = verb.words.filter(({ required }) => required === true).length
  const wanted =
    least === most ? countOf(most, 'argument') : `${String(least)} to ${countOf(most, 'argument')}`
  return `${verb.name}: takes ${wanted}, got ${String(words.length)}: ${words.map(shortened).join(' ') || 'none'}\nUsage: ${renderUsage(verb)}\nMore: npm run ${verb.name} -- --help`
}

/** A long word is cut: it may be a secret that was meant for a question. */
function shortened(word: string): string {
  return word.length > 40 ? `${word.slice(0, 3)}…` : word
}

/** All verbs, a line each. */
export function renderVerbs(verbs: readonly Verb[], paint: Paint): string {
  const rows = verbs.map(({ name, about }) => [`npm run ${name}`, about])
  return `${renderTable(rows)}\n\n${paint.dim('More on each: npm run VERB -- --help')}`
}

function renderWord({ name, required }: Word): string {
  return required === true ? name : `[${name}]`
}

function renderFlag({ name, value }: Flag): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`
}
