/**
 * An article as heavy as articles get: generated, because a written one would be thousands of lines that say nothing.
 * Every symptom has words of its own, so that the search tells them apart.
 */

const parts = [
  'billing',
  'catalogue',
  'checkout',
  'customs',
  'delivery',
  'discount',
  'export',
  'import',
  'invoice',
  'label',
  'ledger',
  'login',
];
const troubles = ['refuses the request', 'answers too late'];
/** One symptom for each part of the shop and each trouble. */
const symptoms = parts.flatMap((part) =>
  troubles.map((trouble, index) => ({ part, trouble, id: `gateway-${part}-${index ? 'late' : 'refused'}` })),
);

const sentence = (part: string) =>
  `The gateway keeps a connection to the ${part} service for each of its workers, and gives it up when the service has said nothing for the time that the route allows.`;

export const heavySlug = 'gateway-errors';

/** Returns the MDX of the article. */
export const heavyArticle = (): string => `---
title: "Gateway errors: a service behind the gateway refuses or answers too late"
summary: >-
  The gateway passes each request on to a service and tells the client when that fails. This article has one symptom for every service
  and trouble, with the check that tells them apart and the fix for each, so that it is as heavy as an article may become.
technologies: [linux]
published: 2026-01-05
reviewed: 2026-03-12
authors: [editors]
testedWith:
  - { software: Gateway, version: "5.0.3" }
causes:
${parts.map((part) => `  - { id: ${part}-down, title: "The ${part} service is down or overloaded" }`).join('\n')}
symptoms:
${symptoms.map(frontmatterOf).join('\n')}
checks:
${parts.map(checkOf).join('\n')}
fixes:
${parts.map(fixesOf).join('\n')}
references:
  - { id: docs-routes, title: "Gateway 5.0 manual: routes", url: "https://gateway.example/docs/5.0/routes" }
---

## The first minute [#first]

${check(parts[0] ?? '')}

${diagram('Which service is it?', parts.slice(6))}

## Every message [#symptoms]

${symptoms.map(({ id, part }) => section('Symptom', id, `${sentence(part)}\n\n${output(part)}`)).join('\n\n')}

## Stop it now [#stop]

${parts.map((part) => fix(`drain-${part}`, command(`gatewayctl drain ${part}`))).join('\n\n')}

## How it breaks [#breaks]

${diagram('Where the gateway sits', parts.slice(0, 6))}

| service | connections | gives up after |
| --- | --- | --- |
${parts.map((part, index) => `| \`${part}\` | ${index + 8} | ${(index + 1) * 5} s |`).join('\n')}

${parts.map((part) => section('Cause', `${part}-down`, sentence(part))).join('\n\n')}

## Other checks [#checks]

${parts.slice(1).map(check).join('\n\n')}

## Fix it for good [#fix]

${parts.map((part) => fix(`scale-${part}`, command(`gatewayctl scale ${part} --workers 12`))).join('\n\n')}

## Prove it is fixed [#prove]

## Keep it from coming back [#prevent]
`;

function frontmatterOf({ id, part, trouble }: (typeof symptoms)[number]): string {
  const message = `gateway: ${part} ${trouble}`;
  return `  - id: ${id}
    title: "${message} at peak time"
    kind: log
    severity: major
    signatures:
      - { text: "${message}: route <path> of <name>", printedBy: "gateway", seenOn: "gateway 5.0.3" }
      - { text: "GatewayError: upstream ${part} ${trouble} (${id})", printedBy: "gateway client", seenOn: "gateway 5.0.3" }
    phrases: ["shop shows an error at ${part}, ${trouble}"]
    meaning: "The ${part} service ${trouble}, and the gateway gives up on it for the time that the route allows."
    impact: "Customers cannot go on with ${part} until the service is back."
    causes: [${part}-down]
    check: check-${part}
    fixes: [drain-${part}, scale-${part}]
    samples: ["shop-1 | ${message}: route /v1/${part} of shop", "GatewayError: upstream ${part} ${trouble} (${id})"]`;
}

function checkOf(part: string): string {
  const readings = `{ shows: "\`healthy=false\`", is: ${part}-down, do: drain-${part} }, { shows: "\`healthy=true\`", means: "the service is well" }`;
  return `  - { id: check-${part}, title: "Does the ${part} service answer?", readings: [${readings}] }`;
}

function fixesOf(part: string): string {
  const both = `resolves: [${part}-down], takesEffect: at once`;
  return `  - { id: drain-${part}, title: "Take the ${part} service out of the route", kind: mitigate, risk: disruptive, effect: nobody can use ${part}, riskNote: "Customers cannot use ${part}.", ${both} }
  - { id: scale-${part}, title: "Give the ${part} service more workers", kind: resolve, risk: safe, ${both} }`;
}

const check = (part: string) =>
  section('Check', `check-${part}`, `${command(`gatewayctl ping ${part} --count 5`)}\n\n<Readings />\n\n${output(part)}`);
const section = (tag: string, id: string, body: string) => `<${tag} id="${id}">\n\n${body}\n\n</${tag}>`;
const fix = (id: string, body: string) =>
  section('Fix', id, `${body}\n\n<Verify>\n\nThe line no longer appears.\n\n</Verify>\n\n<Undo>\n\nDo it the other way round.\n\n</Undo>`);
const command = (text: string) => `\`\`\`bash unrun="No lab can run a gateway that does not exist."\n${text}\n\`\`\``;
const output = (part: string) =>
  `\`\`\`output\n${part}-1  ${part}.internal.example:8443  healthy=false  waited=5.003s  connections=12 of 12  last=upstream closed the connection\n\`\`\``;

function diagram(title: string, services: readonly string[]): string {
  // Three side by side, as many as a phone has room for.
  const edges = services.map(
    (part, at) => `  ${services[at - 3] ?? 'gateway'} --> ${part}["${part}<br/>service"]:::limit\n  click ${part} href "#check-${part}"`,
  );
  return `\`\`\`mermaid
flowchart TB
  accTitle: ${title}
  accDescr: The gateway passes requests on to the services ${services.join(', ')}.
  client["Client"]:::quiet --> gateway["Gateway"]
${edges.join('\n')}
\`\`\``;
}
