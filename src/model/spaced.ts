/** The name of a kind or an attribute in words: `publicationMember` reads as `publication member`. */
export function spaced(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
