/** What browsers, terminals and CI need to lead into the site, ready to copy. */
import type { AbsoluteUrls } from '../addresses/permalinks.ts';

/** How much of a log goes into an address: three times as much when it is encoded, which every browser and shell takes. */
const mostBytes = 8000;

/** The address that a browser's keyword opens; `%s` is where it puts what was typed. */
export const keywordUrl = (absoluteUrls: AbsoluteUrls): string => `${absoluteUrls.searchPrefix()}%s`;

/** A bookmark that searches for the selected text, also in a text box, in a new tab. It holds no space and no percent sign, which browsers would change. */
export const bookmarklet = (absoluteUrls: AbsoluteUrls): string =>
  `javascript:(()=>{const{activeElement:box}=document;const{value='',selectionStart:from,selectionEnd:to}=box||{};const[text]=[(getSelection()+''||String(value).slice(from||0,to||0)).slice(-${mostBytes})];open('${absoluteUrls.searchPrefix()}'+encodeURIComponent(text.toWellFormed()),'_blank','noopener')})()`;

/** A function for POSIX shells that opens the search with the last lines of what is piped into it; where no browser is, it prints the address. */
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
 * Returns how a job of CI finds the dead links of a repository.
 *
 * @param software where the program that builds the site can be cloned, if it is known
 * @param absoluteUrls the URLs of the site
 */
export const linksInCi = (software: string | undefined, absoluteUrls: AbsoluteUrls): string =>
  [
    ...(software ? [`git clone --depth 1 ${software} link-check`, 'cd link-check && npm install --no-audit --no-fund'] : []),
    `npm run links -- ../alerts ../docs --against ${absoluteUrls.faults()}\n`,
  ].join('\n');
