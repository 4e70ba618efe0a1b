/**
 * The next page for browsers that know no speculation rules. Only those whose cache serves a page that a script has fetched say that they
 * prefetch: WebKit does not, and would fetch everything twice.
 */
if (!HTMLScriptElement.supports('speculationrules') && document.createElement('link').relList.supports('prefetch'))
  void import('./fetch-next-page.ts');
