/** A type as the generator writes it, as far as it is taken apart. */
export type TypeTree =
  | { readonly kind: 'text'; readonly text: string }
  /** An object type, with what follows its brace, such as `[]`. */
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly suffix: string }
  /** A tuple of object types. */
  | { readonly kind: 'tuple'; readonly items: readonly TypeTree[] }
  | { readonly kind: 'union'; readonly alternatives: readonly TypeTree[] }

/** A member of an object type. */
export interface Member {
  readonly name: string
  readonly optional: boolean
  readonly type: TypeTree
}

/** Takes a type apart. What it does not know stays a text. */
export function parseType(text: string): TypeTree {
  const tokens = [...text.matchAll(token)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
  return typeOf({ source: text, tokens })
}

/** Writes a type with a line for each member; the first line is not indented. */
export function renderType(type: TypeTree, indent = ''): string {
  const inner = `${indent}  `
  if (type.kind === 'text') return type.text
  if (type.kind === 'union')
    return type.alternatives.map((one) => `\n${inner}| ${renderType(one, inner)}`).join('')
  if (type.kind === 'tuple') {
    if (type.items.length === 0) return '[]'
    return `[\n${type.items.map((item) => `${inner}${renderType(item, inner)},\n`).join('')}${indent}]`
  }
  const members = type.members.map((member) => `${inner}${renderMember(member, inner)}\n`)
  return `{\n${members.join('')}${indent}}${type.suffix}`
}

function renderMember({ name, optional, type }: Member, indent: string): string {
  const isPlain = /^[A-Za-z_$][\w$]*$/.test(name) || name.startsWith('[')
  const mark = optional ? '?' : ''
  const value = renderType(type, indent)
  return `${isPlain ? name : JSON.stringify(name)}${mark}:${value.startsWith('\n') ? '' : ' '}${value}`
}

interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

interface Stretch {
  readonly source: string
  readonly tokens: readonly Token[]
}

/** Strings first: they may hold anything. */
const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w$]+|=>|\S/g

const opening = new Set(['{', '[', '(', '<'])
const closing = new Set(['}', ']', ')', '>'])

function typeOf(stretch: Stretch): TypeTree {
  const { source, tokens } = stretch
  const end = closeOf(tokens, 0)
  const inner = { source, tokens: tokens.slice(1, end) }
  const after = tokens.slice(end + 1)
  if (tokens[0]?.text === '{') {
    if (isSuffix(after)) {
      return {
        kind: 'object',
        members: membersOf(inner),
        suffix: textOf({ source, tokens: after }),
      }
    }
    const alternatives = split(stretch, '|')
    if (alternatives.length > 1) return { kind: 'union', alternatives: alternatives.map(typeOf) }
  }
  return isTuple(tokens) && after.length === 0
    ? { kind: 'tuple', items: split(inner, ',').map(typeOf) }
    : { kind: 'text', text: textOf(stretch) }
}

/** Where the bracket closes that opens at a place; the place itself where none does. */
function closeOf(tokens: readonly Token[], from: number): number {
  let depth = 0
  for (const [at, { text }] of tokens.entries()) {
    if (at < from) continue
    depth += opening.has(text) ? 1 : closing.has(text) ? -1 : 0
    if (depth === 0) return at
  }
  return from
}

function isSuffix(tokens: readonly Token[]): boolean {
  return tokens.every(({ text }) => text === '[' || text === ']')
}

/** Whether it is a list of object types, or an empty one. */
function isTuple([first, second]: readonly Token[]): boolean {
  return first?.text === '[' && (second?.text === '{' || second?.text === ']')
}

function textOf({ source, tokens }: Stretch): string {
  return source.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0)
}

/** The parts between separators that lie in no bracket; none of nothing. */
function split({ source, tokens }: Stretch, separator: string): Stretch[] {
  const parts: Token[][] = []
  for (let at = 0; at < tokens.length;) {
    const end = endOfPart(tokens, at, (text) => text === separator)
    parts.push(tokens.slice(at, end))
    at = end + 1
  }
  return parts.map((part) => ({ source, tokens: part }))
}

function endOfPart(
  tokens: readonly Token[],
  from: number,
  isEnd: (text: string, at: number) => boolean,
): number {
  let at = from
  while (at < tokens.length && !isEnd(tokens[at]?.text ?? '', at)) at = closeOf(tokens, at) + 1
  return at
}

/** Members follow a comma, a semicolon or nothing but a new line. */
function membersOf({ source, tokens }: Stretch): Member[] {
  const members: Member[] = []
  let at = 0
  while (at < tokens.length) {
    const head = headAt(tokens, at)
    if (head === undefined) throw new Error(`no member of a type: ${textOf({ source, tokens })}`)
    const from = at + head.length
    const end = endOfPart(
      tokens,
      from,
      (text, place) =>
        text === ',' || text === ';' || (place > from && headAt(tokens, place) !== undefined),
    )
    const type = typeOf({ source, tokens: tokens.slice(from, end) })
    members.push({ name: head.name, optional: head.optional, type })
    at = [',', ';'].includes(tokens[end]?.text ?? '') ? end + 1 : end
  }
  return members
}

interface Head {
  readonly name: string
  readonly optional: boolean
  /** How many tokens it takes, its colon included. */
  readonly length: number
}

/** The name of a member and its colon at a place. A mapped type, `[_ in never]:`, has its brackets as the name. */
function headAt(tokens: readonly Token[], at: number): Head | undefined {
  const first = tokens[at]
  if (first === undefined || !/^["\w$[]/.test(first.text)) return undefined
  const end = first.text === '[' ? closeOf(tokens, at) : at
  const optional = tokens[end + 1]?.text === '?'
  const colon = optional ? end + 2 : end + 1
  if (tokens[colon]?.text !== ':') return undefined
  const name = tokens.slice(at, end + 1).map(({ text }) => text)
  return { name: nameOf(name.join(' ')), optional, length: colon - at + 1 }
}

function nameOf(spelled: string): string {
  if (!spelled.startsWith('"')) return spelled.replace('[ ', '[').replace(' ]', ']')
  const name: unknown = JSON.parse(spelled)
  return String(name)
}
