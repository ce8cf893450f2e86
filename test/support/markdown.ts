/** A fenced block of a page. */
export interface Block {
  /** What stands behind the fence, such as `sh`. */
  readonly language: string
  readonly text: string
}

/** A command as a reader types it, and what the page says it answers. */
export interface Command {
  readonly command: string
  readonly output: readonly string[]
}

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
    language,
    text,
  }))
}

/** The commands of a `console` block: each begins with `$ `, what follows is its output. */
export function commandsOf(block: Block): Command[] {
  return block.text
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const [command = '', ...output] = text.trimEnd().split('\n')
      return { command, output }
    })
}

/** What a page names between backticks outside its blocks. */
export function namedIn(page: string): string[] {
  const prose = page.replaceAll(/^```.*?^```$/gms, '')
  return [...prose.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)
}
