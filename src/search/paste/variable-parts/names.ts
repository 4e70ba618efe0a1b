/** Names that a word before them introduces: `user "app"`, `pod/web-1`, `dbname=shop`. */
import { namedBy, row } from './row.ts';

/** Matches a name in Kubernetes, of a host or of an image. */
const name = /[\w.-]{0,250}\w/;

/** The rows, in the order in which they are applied. */
export const names = [
  row(
    'user',
    'user',
    namedBy('users?|usename|username|role|login|owner', /[\w.@$+-][^"'`\\\s,;}]{0,100}/),
    /(?<=\b(?:user|username): )(?=[\w.-]{1,63}(?:[,;}]|$))[\w.-]{1,63}/,
  ),
  row('database', 'database', namedBy('database|dbname|datname|db|schema', /[\w.$-][^"'`\\\s,;}]{0,100}/)),
  row('pod, by its word', 'pod', namedBy('pods?', /[\w.-][\w./-]{0,250}/), /(?<=\bpods?\/)[\w.-]{1,250}/),
  row('namespace', 'namespace', namedBy('namespaces?', name), /(?<=\b(?:namespaces?\/|namespace: ?)|\s-n[ =])[a-z0-9](?:[\w.-]{0,61}\w)?/),
  row('node, by its word', 'node', namedBy('nodes?', name), /(?<=\bnodes?\/)[\w.-]{0,250}\w/),
  row('volume', 'volume', namedBy('persistentvolumeclaim|pvc|volume|claim', name), /(?<=\b(?:persistentvolumeclaim|pvc)\/)[\w.-]{0,250}\w/),
  row(
    'container',
    'container',
    namedBy('container', /\/?[\w.-]{0,250}\w/),
    /(?<=\bcontainer[ :=]{1,2})(?:[0-9a-f]{12,64}\b|[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){1,6}(?=[:,]|$))/,
  ),
  row(
    'host, by its word',
    'host',
    namedBy('host|host ?name|addr|server|server at|lookup|upstream|node_?name', /(?!https?:)[\w.-]{0,250}\w/),
    /(?<=\b(?:ENOTFOUND|EAI_AGAIN|dial tcp: lookup) )[\w.-]{0,250}\w/,
  ),
  row(
    'image, by its word',
    'image',
    namedBy('image', /[^\s"'`\\,)<]{1,300}/),
    /(?<=\bimage[ :=]{1,2})(?=[\w.-]{1,100}[/:]\w)[^\s"'`\\,)<]{1,300}/,
  ),
  row('arguments of a command', 'value', /(?<=\bargs: ?\[ ?)(?!<)[^\]\s][^\]\r\n]{0,400}/g),
  row('key', 'key', namedBy('keys?', /[^"'`\\<\s]{1,200}/)),
  row(
    'service',
    'service',
    namedBy('service|unit|deployment|statefulset|daemonset|configmap', name),
    /(?<=\b(?:service|deployment|statefulset|daemonset|job|ingress) )[a-z0-9][a-z0-9-]{0,62}\/[\w.-]{0,62}\w/,
  ),
  row(
    'name',
    'name',
    namedBy(
      'application_name|client_name|cluster|tenant|customer|account|project|bucket|first_?name|last_?name',
      /[^"'`\\\s,;}][^"'`\\,;}]{0,100}/,
    ),
  ),
  row('name of an object', 'name', namedBy('name', /[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){1,8}(?![\w-])/)),
  row('container before a bar', 'name', /(?<=^\s{0,4})(?=[a-z]{1,40}[-_\d])[a-z][\w.-]{1,60}(?= {1,20}\|)/g),
];
