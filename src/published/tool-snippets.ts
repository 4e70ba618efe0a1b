/** Snippets to copy that open the site from browsers, terminals and CI. */
import type { AbsoluteUrls } from '../addresses/permalinks.ts';

/** How many bytes of a log go into a URL. Encoded they are up to three times as long, which every browser and shell accepts. */
const mostBytes = 8000;

/** Returns the URL for a browser's search keyword; the browser replaces `%s` by the typed text. */
export const keywordUrl = (absoluteUrls: AbsoluteUrls): string => `${absoluteUrls.searchPrefix()}%s`;

/**
 * Returns a bookmarklet that searches for the selected text in a new tab; text selected in a text box counts too. It contains no space and
 * no percent sign, because browsers would change them.
 */
export const bookmarklet = (absoluteUrls: AbsoluteUrls): string =>
  `javascript:(()=>{const{activeElement:box}=document;const{value='',selectionStart:from,selectionEnd:to}=box||{};const[text]=[(getSelection()+''||String(value).slice(from||0,to||0)).slice(-${mostBytes})];open('${absoluteUrls.searchPrefix()}'+encodeURIComponent(text.toWellFormed()),'_blank','noopener')})()`;

/** Returns a function for POSIX shells: it searches for the last lines of its input, and prints the URL when it finds no browser. */
export const shellFunction = (absoluteUrls: AbsoluteUrls): string => `fb() {
  if [ -t 0 ]; then
    echo 'Pipe a log into fb: fb < app.log, or the last 5 lines of it: fb 5 < app.log' >&2
    return 2
  fi
  fb_text=$(tail -n "\${1:-40}" | tail -c ${mostBytes} | iconv -c -f UTF-8 -t UTF-8 | od -An -v -tx1 | tr -d ' \\t\\n' | sed 's/../%&/g')
  if [ -z "$fb_text" ]; then
    echo 'fb: there is nothing to search for' >&2
    return 1
  fi
  fb_url="${absoluteUrls.searchPrefix()}$fb_text"
  if command -v xdg-open >/dev/null 2>&1; then
    xdg-open "$fb_url" >/dev/null 2>&1
  elif command -v open >/dev/null 2>&1; then
    open "$fb_url"
  else
    printf '%s\\n' "$fb_url"
  fi
}
`;

/**
 * Returns the commands with which a CI job finds dead links to the site in a repository.
 *
 * @param software the Git URL of the program that builds the site, if it is known
 * @param absoluteUrls the URLs of the site
 */
export const linksInCi = (software: string | undefined, absoluteUrls: AbsoluteUrls): string =>
  [
    ...(software ? [`git clone --depth 1 ${software} link-check`, 'cd link-check && npm install --no-audit --no-fund'] : []),
    `npm run links -- ../alerts ../docs --against ${absoluteUrls.faults()}\n`,
  ].join('\n');
