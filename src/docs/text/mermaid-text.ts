/** A text of the catalog between the quotes of a Mermaid diagram. */
export function mermaidText(text: string): string {
  return text.replaceAll(
    /[^\p{L}\p{N} _.,()-]/gu,
    (sign) => `#${String(sign.codePointAt(0) ?? 0)};`,
  )
}

/** A text as one word of a Mermaid diagram, whose words have few letters. */
export function mermaidWord(text: string): string {
  const word = text.replaceAll(/[^A-Za-z0-9_]+/g, '_')
  return /^[A-Za-z]/.test(word) ? word : `x${word}`
}
