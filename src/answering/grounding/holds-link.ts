const LINK =
  /\b[a-z][a-z0-9+.-]{1,15}:\/\/|\bhxxps?\b|\bwww\.|\b(?:javascript|mailto|data|vbscript):(?=\S)|\]\(|(?<![\p{L}\p{N}@.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}\/[^\s)]|(?<![\p{L}\p{N}])[\p{L}\p{N}._+-]{1,64}@[a-z0-9-]{1,63}\.[a-z]{2,24}/iu;

/** Whether a text holds an address or a link: `https://…`, `www.…`, a bare domain with a path, a Markdown link, an e-mail address. */
export function holdsLink(text: string): boolean {
  return LINK.test(text);
}
